"""bibkit cache: the answers of services that are kept on this machine."""

import typer

from bibkit.disk_cache import DiskCache

cache = typer.Typer(help="The kept answers of services.", no_args_is_help=True)


@cache.command()
def info() -> None:
    """Say what is kept, and where."""
    with DiskCache() as kept:
        typer.echo(kept.info())


@cache.command()
def clear() -> None:
    """Forget all answers; the next run asks again."""
    with DiskCache() as kept:
        typer.echo(f"{kept.path}: {kept.clear()} answers forgotten")
