"""bibkit rename: another key for an entry, in the catalog and in the papers that cite it."""

from pathlib import Path
from typing import Annotated

import typer

from bibkit import disk
from bibkit.cli import _open, _options
from bibkit.curate.rekey import rekey
from bibkit.formats import tex


def rename(
    old: Annotated[str, typer.Argument(help="The key that the entry has.")],
    new: Annotated[str, typer.Argument(help="The key that it is to have.")],
    *,
    paper: Annotated[list[Path] | None, typer.Option("--tex", help="Paper that cites it; may be repeated.")] = None,
    catalog: _options.CatalogOption = None,
) -> None:
    """Rename a citation key everywhere or nowhere; the old key stays as an alias. Comments and verbatim text stay."""
    with _open.catalog(catalog) as box:
        box.take(*rekey(box.catalog, box.lock, old, new))
        before = {str(path.resolve()): disk.read_text(path) for path in paper or ()}
        renamed = {path: tex.rename(text, old, new) for path, text in before.items()}
        with disk.interrupts_wait():
            disk.write_all(Path(), {path: one.text for path, one in renamed.items() if one.cited})
            try:
                box.save()
            except BaseException:
                disk.write_all(Path(), {path: before[path] for path, one in renamed.items() if one.cited})
                raise
    typer.echo(f"{old} is {new} now; it stays an alias. bib/ follows with: bibkit export")
    for path in paper or ():
        one = renamed[str(path.resolve())]
        left = f", left {one.left} in comments and verbatim text" if one.left else ""
        typer.echo(f"{path}: {one.cited} citations renamed{left}")
