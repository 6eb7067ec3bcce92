"""python -m bibkit, and the `bibkit` command: answers `--version` before anything heavy is imported."""

import sys


def main() -> None:
    """Run the command line."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from bibkit import __version__

        print(f"bibkit {__version__}")
        return
    from bibkit.cli import run

    run(sys.argv[1:])


if __name__ == "__main__":
    main()
