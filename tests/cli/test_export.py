"""bibkit export, seen from outside."""

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bibkit.cli import _export, app
from bibkit.disk import CatalogFolder
from bibkit.errors import CheckFailed, FileError, UsageError
from bibkit.exporters import bib as exporter
from bibkit.formats import bib
from bibkit.model.catalog import Entry
from bibkit.model.lock import Lock
from tests.exporters.samples import CATALOG

RUN = CliRunner()
FILES = {
    "all.bib", "all-2.bib", "unresolved.bib", "readings.bib", "readings/models-methodes.bib",
    "readings/models-methodes-2.bib", "readings/models-methodes/2019.bib", "readings/models-methodes/2016-17.bib",
    "readings/section.bib",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _catalog_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = CatalogFolder(tmp_path / "catalog")
    folder.save(CATALOG, Lock(), folder.load(missing_ok=True).files)
    monkeypatch.chdir(tmp_path)


def export(*arguments: str) -> tuple[int, str]:
    result = RUN.invoke(app(["export"]), ["export", *arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout


def tree(folder: str = "bib") -> dict[str, str]:
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in Path(folder).rglob("*.bib")}


def test_every_file_is_written_once_and_then_left_alone() -> None:
    assert export() == (
        0,
        f"{Path.cwd() / 'bib'}: 9 files written, 0 unchanged, 0 removed; 13 entries, all read back as meant\n",
    )
    first = tree()
    assert set(first) == FILES
    times = {path: path.stat().st_mtime_ns for path in Path("bib").rglob("*.bib")}
    assert "0 files written, 9 unchanged" in export()[1]
    assert tree() == first
    assert {path: path.stat().st_mtime_ns for path in Path("bib").rglob("*.bib")} == times


def test_check_names_what_differs_and_writes_nothing() -> None:
    export()
    assert export("--check") == (0, "")
    damaged = Path("bib/readings/section.bib")
    damaged.write_text(damaged.read_text(encoding="utf-8").replace("2303.08774", "0"), encoding="utf-8")
    Path("bib/all.bib").unlink()
    before = tree()
    code, out = export("--check")
    assert code == 1
    assert [line.partition(": ")[0] for line in out.splitlines()] == [
        str(Path.cwd() / "bib" / name) for name in ("readings/section.bib", "all.bib")
    ]
    assert tree() == before
    assert "2 files written, 7 unchanged" in export()[1]


def test_files_of_former_sections_go_and_those_of_people_stay() -> None:
    export()
    old = Path("bib/former/section/old.bib")
    old.parent.mkdir(parents=True)
    for path in (old, old.parent.with_suffix(".bib"), Path("bib/former.bib")):  # as sections lie beside their list
        path.write_text(exporter.HEAD + "\n", encoding="utf-8")
    own = Path("bib/former/own.bib")
    own.write_text("@misc{a, title={Mine}}", encoding="utf-8")
    latin = Path("bib/former/latin.bib")
    latin.write_bytes(b"% \xe9")
    assert export("--check")[0] == 1
    assert "3 removed" in export()[1]
    assert not old.parent.exists()
    assert own.exists()
    assert latin.exists()


def test_a_file_of_somebody_is_never_replaced() -> None:
    Path("bib").mkdir()
    Path("bib/all.bib").write_text("@misc{a, title={Mine}}", encoding="utf-8")
    with pytest.raises(FileError, match=r"all\.bib: not made by bibkit.*--output DIR"):
        export()
    assert tree() == {"all.bib": "@misc{a, title={Mine}}"}


def test_one_file_that_does_not_read_back_keeps_all_from_being_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    export()
    before = tree()
    write = bib.write_all

    def damaged(*arguments: object) -> dict[str, str]:
        texts = write(*arguments)  # type: ignore[arg-type]
        return {path: text.replace("{Florence, Italy}", "{Florence, Italy") for path, text in texts.items()}

    monkeypatch.setattr(bib, "write_all", damaged)
    with pytest.raises(CheckFailed):
        export()
    assert tree() == before


def test_a_part_is_written_and_the_rest_left_alone() -> None:
    Path("bib").mkdir()
    Path("bib/old.bib").write_text(exporter.HEAD + "\n", encoding="utf-8")
    export("--section", "2019")
    assert set(tree()) == {"old.bib", "readings/models-methodes/2019.bib"}
    export("--list", "all", "--output", "elsewhere")
    assert set(tree("elsewhere")) == {"all-2.bib"}


def test_the_dialect_is_asked_for_or_set() -> None:
    export("--dialect", "biblatex")
    assert "journaltitle" in tree()["all.bib"]
    Path("bibkit.toml").write_text('dialect = "bibtex"\n', encoding="utf-8")
    export()
    assert "journaltitle" not in tree()["all.bib"]
    with pytest.raises(UsageError, match="'word' is not one of bibtex, biblatex"):
        export("--dialect", "word")


def test_preprints_have_a_url_where_the_settings_say_so() -> None:
    Path("bibkit.toml").write_text('preprints = "url"\n', encoding="utf-8")
    export()
    assert "url = {https://arxiv.org/abs/2303.08774}" in tree()["all.bib"]
    assert export("--output", "-")[1] == tree()["all.bib"]


def test_one_file_can_be_printed() -> None:
    code, out = export("--output", "-")
    assert code == 0
    assert out == tree("bib").get("all.bib", out)
    assert len(bib.read(out).works) == 13
    part = export("--output", "-", "--section", "Models & Méthodes")[1]
    assert [work.key for work in bib.read(part).works][:2] == ["vaswani2017attention", "kingma2015adam"]
    assert not Path("bib").exists()
    with pytest.raises(UsageError, match="--check"):
        export("--output", "-", "--check")


def test_another_catalog_is_exported_beside_itself(tmp_path: Path) -> None:
    other = CatalogFolder(tmp_path / "other" / "catalog")
    other.save(CATALOG, Lock(), other.load(missing_ok=True).files)
    export("--catalog", "other/catalog")
    assert set(tree("other/bib")) == FILES


def test_letters_that_are_left_out_are_told() -> None:
    work = replace(CATALOG.entries["he2016deep"].work, title="Residuals (残差)")
    folder = CatalogFolder(Path("catalog"))
    catalog, lock, files = folder.load()
    folder.save(replace(catalog, entries={**catalog.entries, "zhang": Entry("zhang", work, "resolved")}), lock, files)
    assert "pdfLaTeX can't print are left out in zhang; --dialect biblatex keeps them" in export()[1]
    assert "Residuals}," in tree()["all.bib"]
    assert "left out" not in export("--dialect", "biblatex")[1]
    assert "Residuals (残差)" in tree()["all.bib"]


def test_the_report_tells_whether_anything_differs() -> None:
    assert not _export.ExportReport(unchanged=("a",)).differs
    assert _export.ExportReport(removed=("a",)).differs
