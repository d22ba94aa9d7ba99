"""The command line: stable, scripts and mentors rely on it. Errors are one line on standard error, never a traceback.

Exit codes: 0 done (also where Ctrl-C ended it: what was said is saved), 1 what you gave is at fault, 2 usage, 3 a service
is at fault.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

DONE, INPUT, USAGE, SERVICE = 0, 1, 2, 3


def main() -> NoReturn:
    """Run the command line and exit."""
    _mend_streams()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command. Returns the exit code."""
    try:
        code = _command(arguments) if arguments and not _is_file(arguments) else _open(*arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BaseException as fault:  # noqa: BLE001 - the outermost place: no traceback leaves it
        return _told(fault)


def _is_file(arguments: list[str]) -> bool:
    """Whether all that was given is a file from somebody else, as when it is opened from the desktop."""
    return len(arguments) == 1 and arguments[0].lower().endswith(".rehearse") and not arguments[0].startswith("-")


def _open(file: str = "") -> int:
    """The app. The window does not wait for what reads arguments."""
    from rehearse.cli.app import open_app

    return open_app(file)


def _command(arguments: list[str]) -> int:
    """Click reads the arguments and gives back what is to be done; it is done here, out of reach of click's own handlers."""
    from rehearse.cli.bundle_commands import root

    job = root.main(arguments, prog_name="rehearse", standalone_mode=False)
    return job() if callable(job) else job if isinstance(job, int) else DONE


def _told(fault: BaseException) -> int:
    """The one place where what went wrong becomes a line and a code."""
    import click

    from rehearse.cli.output import complain
    from rehearse.errors import Problem, ServiceProblem

    match fault:
        case click.UsageError():
            where = f" See: {fault.ctx.command_path} --help" if fault.ctx else ""
            complain(f"{fault.format_message().rstrip('.')}.{where}")
            return USAGE
        case click.ClickException():
            complain(fault.format_message())
            return INPUT
        case ServiceProblem():
            complain(str(fault))
            return SERVICE
        case Problem():
            complain(str(fault))
            return INPUT
        case KeyboardInterrupt() | click.Abort():
            complain("Stopped.")
            return DONE
        case BrokenPipeError() | SystemExit():
            # Who reads us went away (`rehearse list | head`; for its own help click exits): nothing to say, and nobody to say it to.
            _throw_away_output()
            return DONE
        case OSError():
            _throw_away_output()
            complain(f"It cannot be written or read ({(fault.strerror or 'unknown reason').lower()}).")
            return INPUT
    from rehearse.cli.bugs import note  # a bug is one line here, and its place in the log

    _throw_away_output()
    complain(f"Rehearse went wrong in a way it should not. What was said is saved. {note(fault)}")
    return INPUT


def _mend_streams() -> None:
    """A stream that was closed before we began becomes one to nowhere, so that no file of ours gets its number; text that
    the terminal cannot show becomes a question mark."""
    for number, name, mode in ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free number, which is this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(number, mode, encoding="utf-8", closefd=False))  # noqa: SIM115 - open as long as we run
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(errors="replace")  # type: ignore[union-attr]


def _throw_away_output() -> None:
    """What could not be written is not tried again at the end of the program."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
