"""The commands with which mentor and mentee hand each other files, and their options; they join the others at `root`."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from typing import Any

import click

from rehearse.cli.commands import Job, root

__all__ = ["root"]
_FILE = click.Path(readable=False, path_type=Path)
_json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


def _sent(command: Any) -> Any:
    command = click.option("--team", type=_FILE, help="A team folder; where it is a git checkout, it is sent.")(command)
    command = click.option("--out", type=_FILE, help="A file, or a folder; left out means here.")(command)
    return click.option("--name", metavar="NAME", help="Who it is from. Left out means your name in Settings.")(command)


def _where(given: dict[str, Any]) -> dict[str, Any]:
    """The options with those of `_sent` in one."""
    from rehearse.cli.handing import Where

    out, team, as_json = (given.pop(name) for name in ("out", "team", "as_json"))
    if out is not None and team is not None:
        raise click.UsageError("Leave out --out or --team.")
    return {**given, "where": Where(out, team, as_json)}


@root.command()
@click.argument("scenario", metavar="SCENARIO")
@click.option("--to", metavar="NAME", multiple=True, help="For whom; may be repeated.")
@click.option("--due", metavar="DATE[THH:MM]", help="Until when, such as 2026-12-01T17:00.")
@click.option("--zone", metavar="ZONE", default="UTC", show_default=True, help="The time zone of that, such as Europe/Berlin.")
@click.option(
    "--attempts", type=click.IntRange(1, 50), default=1, show_default=True, metavar="N", help="At least how many meetings."
)
@click.option(
    "--shows",
    type=click.Choice(["takes", "reviews", "brief", "reflection"]),
    multiple=True,
    help="What you will see; all where left out.",
)
@click.option("--note", metavar="TEXT", default="", help="A word to them.")
@click.option("--focus", metavar="CRITERION/CHECK", multiple=True, help="A check that you want to look at; may be repeated.")
@click.option("--title", metavar="TEXT", default="", help="Left out means the situation's.")
@click.option("--seal", "sealed", is_flag=True, help="What they send can be sealed, so that only you can open it.")
@_sent
@_json_option
def assign(**given: Any) -> Job:
    """Write a file that hands a situation out, with its person and how it is judged."""
    from rehearse.cli.assign import assign

    return partial(assign, **_where(given))


@root.command()
@click.argument("meetings", nargs=-1, required=True, metavar="MEETING[/LINE]...")
@click.option("--assignment", metavar="ID", help="The assignment that asked for it.")
@click.option("--to", metavar="NAME", multiple=True, help="For whom, where there is no assignment.")
@click.option("--reflection", metavar="TEXT", default="", help="What you take from it, in your words.")
@click.option("--brief", type=_FILE, help="Your brief: JSON, or its plain form (Problem: ..., Outcome for them: ...).")
@click.option(
    "--answer", "answers", nargs=3, multiple=True, metavar="FEEDBACK COMMENT TEXT", help="A word on a comment; may be repeated."
)
@click.option(
    "--contest",
    "contests",
    nargs=3,
    multiple=True,
    metavar="FEEDBACK CHECK TEXT",
    help="Why a mark is wrong; CHECK is CRITERION/CHECK.",
)
@click.option("--seal", "sealed", is_flag=True, help="Only the author of the assignment can open it.")
@_sent
@_json_option
def submit(**given: Any) -> Job:
    """Write a file with the takes that you choose and their reviews. Everything else stays home."""
    from rehearse.cli.submit import submit

    return partial(submit, **_where(given))


@root.command()
@click.argument("submission", metavar="SUBMISSION")
@click.option("--mark", "marks", metavar="CRITERION/CHECK=yes|no|na[:WHY]", multiple=True, help="Your own mark on a check.")
@click.option("--comment", "comments", nargs=2, multiple=True, metavar="QUOTE TEXT", help="A comment on words that were said.")
@click.option("--next", "next", type=click.Choice(["done", "redo", "talk"]), help="What comes next.")
@click.option("--redo", metavar="LINE", default="", help="The line to say again.")
@click.option("--note", metavar="TEXT", default="", help="A word on the whole.")
@click.option("--from", "draft", metavar="FILE|-", help="Marks and comments that were prepared as JSON.")
@_sent
@_json_option
def feedback(**given: Any) -> Job:
    """Write a file with your marks and comments on a submission."""
    from rehearse.cli.feedback import feedback

    return partial(feedback, **_where(given))


@root.command(name="open")
@click.argument("files", nargs=-1, required=True, type=_FILE)
@click.option("--look", is_flag=True, help="Only look; nothing is kept.")
@click.option("--trust", is_flag=True, help="Take its key for its author's from now on.")
@click.option(
    "--name", metavar="NAME", help="In a team folder: by which name others call you. Left out means your name in Settings."
)
@click.option("--everyone", is_flag=True, help="In a team folder: what is for others too.")
@_json_option
def open_(files: tuple[Path, ...], look: bool, trust: bool, name: str | None, everyone: bool, as_json: bool) -> Job:
    """Take in what somebody gave you: an assignment, a submission, feedback; or what is new in a team folder. Nothing that is
    there is written over."""
    folders = [file for file in files if os.path.isdir(file) and file.suffix != ".rehearse"]
    if folders and (len(files) > 1 or look or trust):
        raise click.UsageError("A team folder is opened alone, without --look and --trust.")
    if folders:
        from rehearse.cli.team import open_folder

        return partial(open_folder, folders[0], name, everyone, as_json)
    from rehearse.cli.open import open_

    return partial(open_, files, look, trust, as_json)


@root.command()
@click.argument("name", required=False)
@_json_option
def schema(name: str | None, as_json: bool) -> Job:
    """The published JSON Schema of a format; without a name, which there are."""
    from rehearse.cli.schema import schema

    return partial(schema, name, as_json)
