"""The main job from outside: import, diff, resolve, review, build, add; and what stands in their way."""

import json
from pathlib import Path

import pytest

from tests.cli.flow import LIST, Flow


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a list and an index, made once; every test gets a copy."""
    return Flow.made(tmp_path_factory.mktemp("new")).folder


@pytest.fixture(scope="module")
def done(new: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after import and resolve."""
    flow = Flow.copied(new, tmp_path_factory.mktemp("done") / "copy")
    flow.run("import", "slim.md")
    flow.run("resolve", "--source", "local")
    return flow.folder


@pytest.fixture
def flow(new: Path, tmp_path: Path) -> Flow:
    return Flow.copied(new, tmp_path / "copy")


@pytest.fixture
def resolved(done: Path, tmp_path: Path) -> Flow:
    return Flow.copied(done, tmp_path / "copy")


def test_import_counts_every_item(flow: Flow) -> None:
    done = flow.run("import", "slim.md")
    assert done.returncode == 0
    assert "slim.md: 5 items = 4 papers + 1 resources + 0 skipped" in done.stdout
    assert set(flow.files()) >= {"bibkit.yaml", "lists/slim.yaml", "lock/state.jsonl"}


def test_a_dry_run_writes_nothing(flow: Flow) -> None:
    assert flow.run("import", "slim.md", "--dry-run").returncode == 0
    assert not (flow.folder / "catalog").exists()


def test_jsonl_gives_an_object_for_each_item(flow: Flow) -> None:
    rows = [json.loads(line) for line in flow.run("import", "slim.md", "-n", "--format", "jsonl").stdout.splitlines()]
    assert [row["kind"] for row in rows] == ["paper"] * 4 + ["resource"]
    assert rows[0]["identifiers"] == {"arxiv": "2101.00001"}
    assert [row["work"] is None for row in rows] == [False] * 4 + [True]
    assert not (flow.folder / "catalog").exists()


def test_an_unchanged_list_changes_no_byte(resolved: Flow) -> None:
    before = resolved.files()
    done = resolved.run("import", "slim.md")
    assert "unchanged since the last import" in done.stdout
    assert resolved.files() == before


def test_diff_shows_and_writes_nothing(resolved: Flow) -> None:
    before = resolved.files()
    assert resolved.run("diff", "slim.md").returncode == 0
    changed = LIST.replace("ICML, 2021", "ICML, 2022").replace("- [Awesome Slimming](https://github.com/c/d)\n", "")
    resolved.list.write_text(changed, encoding="utf-8")
    done = resolved.run("diff", "slim.md")
    assert done.returncode == 1
    assert "~ Slimming Networks" in done.stdout
    assert "year: 2021 -> 2022" in done.stdout
    assert "- Awesome Slimming" in done.stdout
    assert resolved.files() == before


def test_resolve_finds_what_is_known_and_asks_about_the_rest(resolved: Flow) -> None:
    works = "".join(text for name, text in resolved.files().items() if name.startswith("works/"))
    assert "doe2021slimming:\n  status: resolved" in works
    assert "Müller, Jörg" in works
    assert "status: ambiguous" in works
    assert "A paper that nobody else has ever heard of at all" in works


def test_a_second_run_asks_nothing_and_changes_no_byte(resolved: Flow) -> None:
    before = resolved.files()
    done = resolved.run("resolve", "--source", "local")
    assert (done.returncode, resolved.files()) == (1, before)


def test_the_lock_alone_gives_the_works_back_byte_for_byte(resolved: Flow) -> None:
    before = resolved.files()
    for path in (resolved.folder / "catalog" / "works").iterdir():
        path.unlink()
    resolved.run("resolve", "--locked")
    assert resolved.files() == before


def test_a_hand_edit_is_told_pinned_and_kept(resolved: Flow) -> None:
    place = resolved.folder / "catalog" / "works" / "d.yaml"
    place.write_text("# ours\n" + place.read_text().replace("pages: 1-9", "pages: 1-12  # from the printed volume"))
    done = resolved.run("resolve", "--locked")
    assert "doe2021slimming: pages edited by hand: pinned" in done.stdout
    text = place.read_text()
    assert text.startswith("# ours\n")
    assert "pages: 1-12  # from the printed volume" in text
    assert "pinned: [pages]" in text


def test_review_without_a_terminal_goes_by_a_file(resolved: Flow) -> None:
    done = resolved.run("review")
    assert done.returncode == 2
    assert "--export FILE" in done.stderr
    assert resolved.run("review", "--export", "questions.yaml").returncode == 0
    path = resolved.folder / "questions.yaml"
    path.write_text(path.read_text().replace("\n  answer:", "\n  answer: 1", 1))
    assert resolved.run("review", "--import", "questions.yaml").returncode == 0
    works = "".join(text for name, text in resolved.files().items() if name.startswith("works/"))
    assert "status: ambiguous" not in works
    assert "answer: local:r" in works
    before = resolved.files()
    resolved.run("resolve", "--source", "local")
    assert resolved.files() == before


def test_an_answer_written_into_the_catalog_is_taken(resolved: Flow) -> None:
    path = resolved.folder / "catalog" / "review.yaml"
    path.write_text(path.read_text().replace("\n  answer:", "\n  answer: none", 1))
    resolved.run("resolve", "--source", "local")
    assert "review.yaml" not in resolved.files()
    assert any("answer: none" in text for name, text in resolved.files().items() if name.startswith("works/"))


def test_build_writes_reads_back_and_sums_up(resolved: Flow) -> None:
    done = resolved.run("build")
    assert done.returncode == 0
    assert "all read back as meant" in done.stdout
    bib = resolved.files("bib")
    assert set(bib) == {"all.bib", "slim.bib", "slim/pruning.bib", "slim/speed.bib", "unresolved.bib"}
    assert 'M{\\"u}ller, J{\\"o}rg' in bib["slim/pruning.bib"]
    assert "A paper that nobody else has ever heard of at all" in bib["unresolved.bib"]
    again = resolved.run("build")
    assert "0 files written" in again.stdout
    assert resolved.files("bib") == bib


def test_add_lists_a_known_work_and_makes_a_new_one(resolved: Flow) -> None:
    done = resolved.run("add", "arXiv:2101.00001", "10.5072/new-one", "--section", "Speed / New", "--offline")
    assert done.returncode == 1  # nobody knows the new one
    assert "arXiv:2101.00001: known as doe2021slimming" in done.stdout
    assert "10.5072/new-one: new entry" in done.stdout
    survey = resolved.files()["lists/slim.yaml"]
    assert survey.count("doe2021slimming") == 2


def test_a_bare_identifier_is_added_and_found_out(flow: Flow) -> None:
    done = flow.run("add", "2101.00001", "--section", "Pruning", "--offline")
    assert (done.returncode, "1 resolved" in done.stdout) == (0, True)
    works = "".join(text for name, text in flow.files().items() if name.startswith("works/"))
    assert "doe2021slimming:\n  status: resolved" in works


def test_a_bibliography_keeps_its_keys_and_what_it_says(flow: Flow) -> None:
    entry = "@article{Poe:1999,\n author = {Poe, Cy and Doe, Ann},\n title = {A Tale of Nets That Nobody Knows},\n"
    (flow.folder / "refs.bib").write_text(entry + " journal = {Tales}, volume = 3, pages = {1--9}, year = 1999\n}\n")
    assert flow.run("import", "refs.bib").returncode == 0
    flow.run("resolve", "--source", "local")
    assert flow.run("build").returncode == 0
    text = flow.files("bib")["all.bib"]
    assert "Poe:1999" in text
    assert "author = {Poe, Cy and Doe, Ann}" in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["import", "nothing.md"], "nothing.md: there is no such file", id="missing list"),
        pytest.param(["import", "slim.docx"], "slim.docx: no format has this ending", id="unknown format"),
        pytest.param(["import", "slim.md", "slim.md"], "gives the name 'slim' too", id="one name twice"),
        pytest.param(
            ["import", "slim.md", "--format", "xml"], "--format: 'xml' is not one of text, jsonl", id="format"
        ),
        pytest.param(["resolve"], "there is no catalog here; make one with: bibkit import", id="no catalog"),
        pytest.param(["build"], "there is no catalog here", id="no catalog to build"),
        pytest.param(["diff", "slim.md"], "there is no catalog here", id="no catalog to compare with"),
        pytest.param(["add", "gibberish", "--section", "S"], "gibberish: no identifier in it", id="no identifier"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_code_2(flow: Flow, arguments: list[str], said: str) -> None:
    done = flow.run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["resolve", "doe2021slimmin"], "did you mean doe2021slimming", id="unknown key"),
        pytest.param(["resolve", "--source", "gogle"], "'gogle' is not a source; known are", id="unknown source"),
        pytest.param(["resolve", "--locked", "--refresh"], "--locked: asks nobody", id="options at odds"),
    ],
)
def test_what_cannot_be_asked_is_one_line_too(resolved: Flow, arguments: list[str], said: str) -> None:
    done = resolved.run(*arguments)
    assert (done.returncode, len(done.stderr.strip().splitlines())) == (2, 1)
    assert said in done.stderr


def test_resolve_without_an_index_says_how_to_make_one(flow: Flow) -> None:
    flow.run("import", "slim.md")
    flow.environment["BIBKIT_INDEX"] = str(flow.folder / "missing.sqlite")
    done = flow.run("resolve", "--source", "local")
    assert done.returncode == 2
    assert "make one with: bibkit index add" in done.stderr
