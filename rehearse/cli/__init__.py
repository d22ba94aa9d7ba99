"""The command line: stable, scripts and mentors rely on it. Errors are one line on standard error, never a traceback.

Exit codes: 0 done, 1 what you gave is at fault, 2 usage, 3 a service is at fault.
"""

from __future__ import annotations

import sys
from typing import NoReturn

DONE, INPUT, USAGE, SERVICE = 0, 1, 2, 3


def main() -> NoReturn:
    """Run the command line and exit."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command. Returns the exit code."""
    import click

    from rehearse.cli.commands import root
    from rehearse.cli.output import complain
    from rehearse.errors import InputProblem, Problem, ServiceProblem

    try:
        result = root.main(arguments, prog_name="rehearse", standalone_mode=False)
        return result if isinstance(result, int) else DONE
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.UsageError as problem:
        where = f" See: {problem.ctx.command_path} --help" if problem.ctx else ""
        complain(f"{problem.format_message()}{where}")
        return USAGE
    except click.ClickException as problem:
        complain(problem.format_message())
        return INPUT
    except InputProblem as problem:
        complain(str(problem))
        return INPUT
    except ServiceProblem as problem:
        complain(str(problem))
        return SERVICE
    except Problem as problem:
        complain(str(problem))
        return INPUT
    except (KeyboardInterrupt, click.Abort):
        complain("Stopped. What was said is saved.")
        return DONE
    except BrokenPipeError:
        # Who reads us went away (`rehearse list | head`): nothing to say, and nobody to say it to.
        sys.stderr.close()
        return DONE
