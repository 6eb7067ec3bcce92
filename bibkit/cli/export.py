"""bibkit export: the catalog as .bib files."""

from pathlib import Path
from typing import Annotated

import typer

from bibkit import config
from bibkit.cli import _data, _export, _options
from bibkit.disk import CatalogFolder
from bibkit.errors import UsageError
from bibkit.exporters.base import Selection


def export(
    *,
    dialect: Annotated[str, typer.Option("--dialect", help="bibtex or biblatex; the settings' without.")] = "",
    section: Annotated[str, typer.Option("--section", help="Only this section and those below it: A/B.")] = "",
    list_: Annotated[str, typer.Option("--list", help="Only this list.")] = "",
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a file differs.")] = False,
    output: Annotated[str, typer.Option("--output", "-o", help="Folder to write to; - prints one file.")] = "",
    catalog: _options.CatalogOption = None,
) -> None:
    """Write bib/: a file per section and list, all.bib, unresolved.bib; every file is read back first."""
    settings = config.load()
    found = CatalogFolder(catalog or settings.catalog_path).load_catalog()
    venues, select = _data.venues(), Selection(list_, section)
    dialect = dialect or settings.dialect
    if output == "-":
        if check:
            raise UsageError("--check: compares files; it can't go with --output -")
        how = _export.options(dialect, settings.preprints)
        typer.echo(_export.one_text(found, venues, how, select), nl=False)
        return
    folder = Path(output) if output else catalog.parent / settings.bib if catalog else settings.bib_path
    report = _export.write_bib(
        folder, found, venues, dialect=dialect, preprints=settings.preprints, select=select, check=check
    )
    if check:
        for path in report.written:
            typer.echo(f"{folder / path}: not as the catalog has it; run: bibkit export")
        for path in report.removed:
            typer.echo(f"{folder / path}: of a section or list that is no more; run: bibkit export")
        raise typer.Exit(1 if report.differs else 0)
    typer.echo(report.told(folder))
