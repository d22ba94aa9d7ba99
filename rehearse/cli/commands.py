"""The commands and their options. What a command does is in the module of its name.

Each gives back what is to be done, and `rehearse.cli.run` does it: click's own handling of a closed pipe or Ctrl-C ends there.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rehearse import __version__
from rehearse.exchange.forms import FORMS

if TYPE_CHECKING:
    from rehearse.conversation import ObjectionStatus

_KINDS = click.Choice(
    ["personas", "scenarios", "rubrics", "rehearsals", "objections", "assignments", "submissions", "feedback", "agreement"]
)
_STATUSES = click.Choice(["open", "dodged", "half_answered", "parked", "answered"])
Job = Callable[[], int]


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="rehearse %(version)s")
@click.pass_context
def root(context: click.Context) -> Job | None:
    """Rehearse the conversations that decide whether your ideas get funded. Without a command, opens the app."""
    if context.invoked_subcommand is not None:
        return None
    from rehearse.cli.app import open_app

    return open_app


_json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


def _model_options(command: Any) -> Any:
    command = click.option("--endpoint", metavar="URL", help="Where the model is; needs --model. Key: REHEARSE_API_KEY.")(command)
    return click.option("--model", metavar="offline|NAME", help="Who plays. Left out means offline.")(command)


@root.command()
@click.option("--persona", metavar="ID|FILE", help="Who to talk to.")
@click.option("--scenario", metavar="ID|FILE", help="The situation; it names the person.")
@click.option("--assignment", metavar="ID", help="The situation of an assignment, with its person and how it is judged.")
@click.option("--ask", metavar="TEXT", default="", help="What they should say yes to.")
@click.option("--difficulty", type=click.Choice(["gentle", "normal", "hard"]), help="How hard they are.")
@click.option("--minutes", type=click.IntRange(1, 120), metavar="N", help="How long it may take.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), metavar="N", help="Same seed and same words, same meeting.")
@click.option("--after", metavar="REHEARSAL", help="The next meeting of an influencing series.")
@click.option("--kept", type=click.Choice(["yes", "no"]), help="Whether what you promised there was done.")
@click.option("--resume", metavar="ID", help="Go on with a meeting of the library.")
@click.option("--from", "from_turn", metavar="TURN", help="Try a line of yours again; the meeting is found by it.")
@_model_options
@_json_option
def talk(**given: Any) -> Job:
    """A meeting in the terminal. Lines come from standard input when it is not a terminal, one turn a line."""
    from rehearse.cli.talk import Talk, talk

    return partial(talk, Talk(**given))


@root.command()
@click.option("--persona", metavar="ID|FILE", required=True, help="Whose concerns.")
@click.option("--concern", metavar="ID", help="As if this one had just been raised.")
@_model_options
@_json_option
def appraise(**given: Any) -> Job:
    """What each line from standard input would do to the concerns, as if they had just been raised."""
    from rehearse.cli.appraise import appraise

    return partial(appraise, **given)


@root.command()
@click.argument("file", type=click.Path(readable=False, path_type=Path))
@click.option("--persona", metavar="ID|FILE", help="Who it was with, where the file does not say.")
@click.option("--me", metavar="NAME", help="Which of the names is you.")
@click.option("--rubric", metavar="ID|FILE", help="How it is judged. Left out means the scenario's, else buy-in.")
@_model_options
@click.option("--save", is_flag=True, help="Keep it in the library.")
@_json_option
def review(**given: Any) -> Job:
    """Judge a transcript: WebVTT as Teams, Zoom and Meet write it, lines of "Name: text" with optional YAML front matter
    (persona, scenario, me), or our JSON."""
    from rehearse.cli.review import review

    return partial(review, **given)


@root.command(name="list")
@click.argument("what", type=_KINDS)
@click.option("--persona", metavar="ID", help="Objections of this person only.")
@click.option("--kind", metavar="KIND", help="Objections of this kind only, such as timing.")
@click.option("--status", "statuses", type=_STATUSES, multiple=True, help="Objections that came to this only; may be repeated.")
@_json_option
def list_(what: str, persona: str | None, kind: str | None, statuses: tuple[ObjectionStatus, ...], as_json: bool) -> Job:
    """People, scenarios, rubrics, meetings, the objections of all meetings; assignments, submissions, feedback; how far mentors agree."""
    if what == "objections":
        from rehearse.cli.list_objections import list_objections

        return partial(list_objections, persona, kind, statuses, as_json)
    if persona is not None or kind is not None or statuses:
        raise click.UsageError("--persona, --kind and --status are for objections.")
    if what in ("assignments", "submissions", "feedback"):
        from rehearse.cli.list_bundles import list_bundles

        return partial(list_bundles, what, as_json)
    if what == "agreement":
        from rehearse.cli.list_agreement import list_agreement

        return partial(list_agreement, as_json)
    from rehearse.cli.listing import list_

    return partial(list_, what, as_json)


@root.command(context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, required=True)
@_json_option
def search(words: tuple[str, ...], as_json: bool) -> Job:
    """Search what was said, by you and to you, objections, comments and briefs. All the words must stand in it; the newest are shown."""
    from rehearse.cli.listing import search

    return partial(search, " ".join(words), as_json)


@root.command()
@click.argument("id", required=False)
@click.option("--all", "everything", is_flag=True, help="Every meeting.")
@click.option("--format", "form", type=click.Choice(FORMS), required=True, help="What kind of file.")
@click.option("--out", type=click.Path(readable=False, path_type=Path), help="A file or a folder; with --all a folder.")
def export(id: str | None, everything: bool, form: Any, out: Path | None) -> Job:
    """A meeting out of the library with its review: Markdown, a web page, JSON (it comes back in), or PDF.

    With --all one file for each meeting; nothing that is in the folder is written over.
    """
    from rehearse.cli.export import export

    return partial(export, id, everything, form, out)


@root.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(readable=False, path_type=Path))
def check(files: tuple[Path, ...]) -> Job:
    """Check persona, scenario and rubric files, folders of them, and bundles. Prints file:line: message."""
    from rehearse.cli.check import check

    return partial(check, files)


@root.command()
@click.argument("file", type=click.Path(readable=False, path_type=Path))
def publish(file: Path) -> Job:
    """Publish a person, scenario or rubric as its next version. A version never changes; only what is published can be assigned."""
    from rehearse.cli.publish import publish

    return partial(publish, file)


@root.command()
@click.argument("scenario")
@click.option(
    "--seeds", type=click.IntRange(1, 200), default=10, show_default=True, metavar="N", help="Meetings for each script."
)
@_json_option
def playtest(scenario: str, seeds: int, as_json: bool) -> Job:
    """Play a scenario's own scripts against its stakeholder: does it tell strong from weak?"""
    from rehearse.cli.playtest import playtest

    return partial(playtest, scenario, seeds, as_json)


@root.command()
@click.option("--repair", is_flag=True, help="Mend what can be mended. Nothing is deleted.")
def doctor(repair: bool) -> Job:
    """Check the library, the keyring and the endpoints."""
    from rehearse.cli.doctor import doctor

    return partial(doctor, repair)
