"""The command line. One table of commands, one handler that turns a BibkitError into one line and an exit code.

Exit codes: 0 clean, 1 something is left to do or was changed, 2 cannot run, 3 a bug of bibkit's.
"""

import importlib
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from bibkit import __version__
from bibkit.errors import BibkitError

#: command -> (module in bibkit.cli, its attribute: a function, or a Typer with sub-commands)
COMMANDS: dict[str, tuple[str, str]] = {
    "import": ("import_", "import_list"),
    "diff": ("diff", "diff"),
    "resolve": ("resolve", "resolve"),
    "review": ("review", "review"),
    "export": ("export", "export"),
    "build": ("build", "build"),
    "add": ("add", "add"),
    "show": ("show", "show"),
    "why": ("why", "why"),
    "list": ("list_", "list_entries"),
    "rename": ("rename", "rename"),
    "identify": ("identify", "identify"),
    "match": ("match", "match"),
    "index": ("index", "index"),
    "cache": ("cache", "cache"),
    "schema": ("schema", "schema"),
}

INTERRUPTED = 130  #: exit code of a run that ^C stopped, as shells count it


def app(names: Sequence[str] = tuple(COMMANDS)) -> typer.Typer:
    """Return the Typer application with the commands `names`; only their modules are imported."""
    application = typer.Typer(
        name="bibkit",
        help="Survey lists in, clean bibliographies out.",
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @application.callback()
    def common(
        version: bool = typer.Option(False, "--version", "-V", help="Show the version.", is_eager=True),
    ) -> None:
        if version:
            typer.echo(f"bibkit {__version__}")
            raise typer.Exit

    for name in names:
        module, attribute = COMMANDS[name]
        command = getattr(importlib.import_module(f"bibkit.cli.{module}"), attribute)
        if isinstance(command, typer.Typer):
            application.add_typer(command, name=name)
        else:
            application.command(name)(command)
    return application


def run(arguments: Sequence[str]) -> None:
    """Run one command and leave the process with its exit code."""
    wanted = next((a for a in arguments if not a.startswith("-")), "")
    names = [wanted] if wanted in COMMANDS and "--help" not in arguments[:1] else list(COMMANDS)
    try:
        app(names)(args=list(arguments), prog_name="bibkit")
    except BibkitError as error:
        print(f"bibkit: {error}", file=sys.stderr)
        sys.exit(2)
    except SystemExit as end:
        # Typer turns these two into exit codes of its own before we see them.
        if isinstance(end.__context__, BrokenPipeError):
            _nobody_reads()
        if end.code == INTERRUPTED:
            _stopped()
        raise
    except BrokenPipeError:
        _nobody_reads()
    except KeyboardInterrupt:
        _stopped()
    except OSError as error:
        if error.filename is not None:  # every file that a command touches has an error of its own
            raise
        print(f"bibkit: the output can't be written: {error.strerror}; send it elsewhere", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # else the rest of it fails again at the end
        sys.exit(2)
    except Exception:
        import traceback

        traceback.print_exc()
        print(f"bibkit {__version__}: this is a bug of bibkit's; please report the lines above", file=sys.stderr)
        sys.exit(3)


def _nobody_reads() -> NoReturn:
    """Leave quietly: the reader of our output went away (`bibkit list | head`), nothing is wrong."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.exit(0)


def _stopped() -> NoReturn:
    print("bibkit: stopped; what was finished is kept", file=sys.stderr)
    sys.exit(INTERRUPTED)
