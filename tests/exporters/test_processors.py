"""What real processors make of the exported files: every entry is there and nothing is complained of.

pybtex, Typst and pandoc come with the tests' packages. bibtex and biber need a TeX installation; with Debian's
packages texlive-latex-base, texlive-publishers and biber these run too.
"""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from bibkit.exporters import bib
from bibkit.formats.fields import DIALECTS, Dialect
from tests.exporters.samples import CATALOG, VENUES, WORKS, options

STYLES = ("plain", "IEEEtran", "plainnat")


@pytest.fixture(params=DIALECTS)
def dialect(request: pytest.FixtureRequest) -> Dialect:
    """Return each dialect in turn."""
    return next(one for one in DIALECTS if one == request.param)


@pytest.fixture
def whole(dialect: Dialect, tmp_path: Path) -> Path:
    """Return the file that holds every entry."""
    return _written(dialect, tmp_path)


def _written(dialect: Dialect, folder: Path) -> Path:
    path = folder / "all.bib"
    path.write_text(bib.texts(bib.render(CATALOG, VENUES, options(dialect)))["all.bib"], encoding="utf-8")
    return path


def needs(*programs: str) -> None:
    """Skip the test, saying what is missing, unless all programs are installed."""
    missing = [program for program in programs if not shutil.which(program)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


def test_pybtex_reads_every_entry(whole: Path) -> None:
    database = pytest.importorskip("pybtex.database")
    found = database.parse_file(str(whole))
    assert set(found.entries) == set(WORKS)
    berg = found.entries["goodfellow2016deep"].persons["author"][1]
    assert (berg.prelast_names, berg.last_names, berg.lineage_names) == (["van", "den"], ["Berg"], ["Jr."])


def test_typst_sets_every_entry(whole: Path) -> None:
    typst = pytest.importorskip("typst")
    source = whole.with_name("t.typ")
    cited = " ".join(f'#cite(label("{key}"))' for key in WORKS)
    source.write_text(f'{cited}\n#bibliography("all.bib", style: "ieee")\n', encoding="utf-8")
    assert typst.compile(str(source)).startswith(b"%PDF")


def test_pandoc_reads_every_entry(whole: Path, dialect: Dialect) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    references = json.loads(pypandoc.convert_file(str(whole), "csljson", format=dialect))
    by_key = {reference["id"]: reference for reference in references}
    assert set(by_key) == set(WORKS)
    assert by_key["he2016deep"]["issued"]["date-parts"] == [[2016, 6]]
    assert by_key["müller2019acl"]["author"][1] == {"family": "Ortega y Gasset", "given": "José"}
    assert by_key["lost"]["URL"] == "https://x.org/lost%20paper"


@pytest.mark.latex
@pytest.mark.parametrize("style", STYLES)
def test_bibtex_complains_of_no_error(style: str, tmp_path: Path) -> None:
    needs("bibtex", "kpsewhich")
    if not subprocess.run(["kpsewhich", f"{style}.bst"], capture_output=True, check=False).stdout:
        pytest.skip(f"not installed: {style}.bst")
    _written("bibtex", tmp_path)
    (tmp_path / "t.aux").write_text(f"\\citation{{*}}\n\\bibdata{{all}}\n\\bibstyle{{{style}}}\n")
    done = subprocess.run(["bibtex", "t"], cwd=tmp_path, capture_output=True, text=True, check=False)
    said = [line for line in done.stdout.splitlines() if line.startswith("Warning")]
    # The list says no year of this one, so it can't be given.
    assert [line for line in said if not line.endswith(" in lost")] == []
    assert done.returncode == 0, done.stdout
    assert (tmp_path / "t.bbl").read_text(errors="replace").count("\\bibitem") == len(WORKS)


@pytest.mark.latex
def test_biber_reads_every_entry(whole: Path) -> None:
    needs("biber")
    done = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "--output-file", "out.bib", whole.name],
        cwd=whole.parent, capture_output=True, text=True, check=False,
    )  # fmt: skip
    complaints = [line for line in done.stdout.splitlines() if line.startswith(("WARN", "ERROR"))]
    assert [line for line in complaints if "'lost'" not in line] == []
    assert (whole.parent / "out.bib").read_text(encoding="utf-8").count("\n@") + 1 >= len(WORKS)
