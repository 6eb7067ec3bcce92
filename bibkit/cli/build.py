"""bibkit build: what the lock says, exported, checked and summed up; offline."""

from typing import Annotated

import typer

from bibkit.cli import _export, _open, _options, _report, _resolving
from bibkit.curate import byhand, settle


def build(
    *,
    dialect: Annotated[str, typer.Option("--dialect", help="bibtex or biblatex; the settings' without.")] = "",
    catalog: _options.CatalogOption = None,
) -> None:
    """Merge the works from the lock, write bib/, read it back, and sum up. Asks nobody; open works are no error."""
    with _open.catalog(catalog, rebuild=True) as box:
        box.take(*byhand.restore(box.catalog, box.lock))
        _resolving.adopt(box)
        box.take(*settle.remerge(box.catalog, box.lock))
        box.save()
        report = _export.write_bib(
            box.settings.bib_path,
            box.catalog,
            box.venues,
            dialect=dialect or box.settings.dialect,
            preprints=box.settings.preprints,
        )
    typer.echo(_report.table(_report.rows(box.catalog)))
    typer.echo(report.told(box.settings.bib))
