"""Options that several commands share; light, so that a command can be ready before the catalog is needed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from bibkit.errors import UsageError

CatalogOption = Annotated[Path | None, typer.Option("--catalog", help="The catalog's folder.", show_default=False)]


def one_of(option: str, value: str, known: Sequence[str]) -> None:
    """Raise UsageError unless `value` is one of `known`."""
    if value not in known:
        raise UsageError(f"{option}: {value!r} is not one of {', '.join(known)}")
