"""bibkit rename, seen from outside."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bibkit import disk
from bibkit.cli import app
from bibkit.disk import CatalogFolder
from bibkit.errors import FileError, UsageError
from bibkit.model.lock import EntryState, Lock
from bibkit.model.record import Record
from tests.exporters.samples import CATALOG, WORKS

RUN = CliRunner()
LOCK = Lock(
    records={"he2016deep": (Record("crossref", "10.1109/cvpr.2016.90", WORKS["he2016deep"]),)},
    states={"he2016deep": EntryState("he2016deep", "resolved", aliases=("he15",))},
)


@pytest.fixture(autouse=True)
def _catalog_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = CatalogFolder(tmp_path / "catalog")
    folder.save(CATALOG, LOCK, folder.load(missing_ok=True).files)
    monkeypatch.chdir(tmp_path)


def rename(*arguments: str) -> str:
    result = RUN.invoke(app(["rename"]), ["rename", *arguments])
    if result.exception is not None:
        raise result.exception
    return result.stdout


def tree() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in Path().rglob("*") if path.is_file() and path.name[0] != "."}


def test_a_key_is_renamed_everywhere() -> None:
    Path("a.tex").write_text("\\cite{he2016deep,x} % \\cite{he2016deep}\n", encoding="utf-8")
    Path("b.tex").write_text("nothing\n", encoding="utf-8")
    out = rename("he2016deep", "resnet", "--tex", "a.tex", "--tex", "b.tex")
    assert out.splitlines()[1:] == [
        "a.tex: 1 citations renamed, left 1 in comments and verbatim text",
        "b.tex: 0 citations renamed",
    ]
    assert Path("a.tex").read_text(encoding="utf-8") == "\\cite{resnet,x} % \\cite{he2016deep}\n"
    catalog, lock, _ = CatalogFolder(Path("catalog")).load()
    assert "he2016deep" not in catalog.entries
    assert catalog.entries["resnet"].aliases == ("he15", "he2016deep")
    assert "resnet" in [x.key for _, listed in catalog.lists["readings"].walk() for x in listed]
    assert set(lock.records) == {"resnet"}
    assert lock.states["resnet"].keyed


def test_renaming_back_leaves_the_other_alias() -> None:
    rename("he2016deep", "resnet")
    rename("resnet", "he2016deep")
    assert CatalogFolder(Path("catalog")).load_catalog().entries["he2016deep"].aliases == ("he15", "resnet")


REFUSED = [
    pytest.param("nope2016", "x", "no entry has the key 'nope2016'", id="an unknown key"),
    pytest.param("he2016dep", "x", "did you mean he2016deep", id="a misspelled one"),
    pytest.param("he15", "x", "its entry is 'he2016deep' now", id="an old key"),
    pytest.param("he2016deep", "he2016deep", "its key already", id="the same key"),
    pytest.param("he2016deep", "a b", "can't be a citation key", id="a blank"),
    pytest.param("he2016deep", "ключ", "can't be a citation key", id="letters outside ASCII"),
    pytest.param("he2016deep", "-x", "can't be a citation key|No such option", id="a hyphen first"),
    pytest.param("he2016deep", "LOST", "taken: the key 'lost'", id="a key that differs in letter case only"),
    pytest.param("lost", "HE15", "taken: 'he15', an old key of 'he2016deep'", id="an old key of another entry"),
]


@pytest.mark.parametrize(("old", "new", "message"), REFUSED)
def test_what_cannot_be_is_refused(old: str, new: str, message: str) -> None:
    before = tree()
    with pytest.raises(UsageError, match=message):
        rename("--", old, new)
    assert tree() == before


def test_letter_case_alone_can_be_changed() -> None:
    rename("he2016deep", "He2016Deep")
    assert "He2016Deep" in CatalogFolder(Path("catalog")).load_catalog().entries


def test_a_paper_that_cannot_be_read_keeps_all_as_it_was() -> None:
    before = tree()
    with pytest.raises(FileError, match=r"none\.tex"):
        rename("he2016deep", "resnet", "--tex", "none.tex")
    assert tree() == before


def test_a_catalog_that_cannot_be_written_keeps_the_papers(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.tex").write_text("\\cite{he2016deep}\n", encoding="utf-8")
    before = tree()

    def full(*_: object) -> None:
        raise FileError("the disk is full")

    monkeypatch.setattr(disk.CatalogFolder, "save", full)
    with pytest.raises(FileError, match="disk is full"):
        rename("he2016deep", "resnet", "--tex", "a.tex")
    assert tree() == before


def test_one_paper_named_twice_is_renamed_once() -> None:
    Path("a.tex").write_text("\\cite{he2016deep}\n", encoding="utf-8")
    rename("he2016deep", "resnet", "--tex", "a.tex", "--tex", "./a.tex")
    assert Path("a.tex").read_text(encoding="utf-8") == "\\cite{resnet}\n"
