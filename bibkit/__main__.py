"""python -m bibkit, and the `bibkit` command: answers `--version` before anything heavy is imported."""

import gc
import os
import sys

#: New objects between two garbage collections; 700 is Python's own, made for programs that run long.
GC_EVERY = 50_000


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from bibkit import __version__

        print(f"bibkit {__version__}")
        return
    # Typer brings pydantic along, which else searches every installed package for plug-ins that bibkit has no use for.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # One command makes many values and few cycles: collecting seldom saves a tenth of a run.
    gc.set_threshold(GC_EVERY)
    try:
        from bibkit.cli import run

        run(sys.argv[1:])
    except KeyboardInterrupt:  # while the command line itself was being loaded
        sys.exit(130)


if __name__ == "__main__":
    main()
