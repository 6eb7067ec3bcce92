"""Citation keys: the pattern language, folding, what makes a key unique."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.errors import ConfigError
from bibkit.model.citekey import DEFAULT, NAMED, Pattern, Taken, assign
from bibkit.model.creator import Creator
from bibkit.model.work import Work

MAATEN = Creator(family="Maaten", given="Laurens", particle="van der")
HINTON = Creator(family="Hinton", given="Geoffrey")
TEAM = Creator(literal="Gemini Team")
WORK = Work(
    type="article",
    title="An awesome paper on Self-Supervised β-JabRef: the Sequel",
    authors=(MAATEN, TEAM, HINTON),
    editors=(Creator(family="Łoś", given="Jan"),),
    date="2008-11",
    container="Journal of Fish Biology",
    venue="jfb",
    volume="9",
    pages="2579-2605",
)
TWO = Work(title="On It", authors=(MAATEN, HINTON), date="1999")


@pytest.mark.parametrize(
    ("pattern", "key"),
    [
        ("[auth]", "Maaten"),
        ("[AUTH:lower]", "maaten"),
        ("[auth3]", "Maa"),
        ("[auth3_3]", "Hin"),
        ("[auth3_9]", "Anon"),
        ("[authors]", "MaatenGeminiTeamHinton"),
        ("[authors2]", "MaatenGeminiTeamEtAl"),
        ("[authors3]", "MaatenGeminiTeamHinton"),
        ("[authEtAl]", "MaatenEtAl"),
        ("[auth.etal]", "Maaten.etal"),
        ("[auth.auth.ea]", "Maaten.GeminiTeam.ea"),
        ("[authFirstFull]", "vanderMaaten"),
        ("[authForeIni][authorLastForeIni]", "LG"),
        ("[authorLast]", "Hinton"),
        ("[authorIni]", "MaateGH"),
        ("[authorsIni]", "MaatenGH"),
        ("[authorsAlpha]", "MGH"),
        ("[authshort]", "MGH"),
        ("[author]", "LaurensvanderMaatenGeminiTeamGeoffreyHinton"),
        ("[edtr]-[editors]-[edtrForeIni]", "Los-Los-J"),
        ("[pureauth]", "Maaten"),
        ("[year]", "2008"),
        ("[shortyear]", "08"),
        ("[month]", "November"),
        ("[date]", "2008-11"),
        ("[veryshorttitle]", "Awesome"),
        ("[shorttitle]", "AwesomePaperSelf"),
        ("[shorttitle:join]", "AwesomePaperSelfSupervised"),
        ("[shorttitle2]", "AwesomePaper"),
        ("[shorttitleINI]", "APS"),
        ("[camel]", "AnAwesomePaperOnSelfSupervisedJabRefTheSequel"),
        ("[camel3]", "AnAwesomePaper"),
        ("[title]", "AnAwesomePaperonSelfSupervisedJabReftheSequel"),
        ("[fulltitle]", "AnawesomepaperonSelfSupervisedJabReftheSequel"),
        ("[fulltitle:abbr]", "AapoSSJtS"),
        ("[journal:abbr]", "JoFB"),
        ("[venue:upper][volume]", "JFB9"),
        ("[firstpage]-[lastpage]", "2579-2605"),
        ("[entrytype]", "article"),
        ("[number:(x)]", "x"),
        ("[fulltitle:truncate8]", "Anaweso"),
        ("[journal:capitalize:abbr]", "JOFB"),
        ("[journal:sentencecase]", "Journaloffishbiology"),
        ("[fulltitle:titlecase]", "anAwesomePaperonSelfSupervisedJabReftheSequel"),
        ('[auth.etal:regex("\\\\.etal","EtAl")]', "MaatenEtAl"),
        ('[auth:regex("(M)(a+)","$2$1")]', "aaMten"),
        ("x_[auth]:[year].", "x_Maaten:2008"),
    ],
)
def test_marker(pattern: str, key: str) -> None:
    assert Pattern.parse(pattern).key(WORK) == key


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        pytest.param("[authEtAll]", "did you mean 'authEtAl'", id="unknown marker"),
        pytest.param("[keyword1]", "known: auth, ", id="nothing near"),
        pytest.param("[]", "unknown marker ''", id="empty marker"),
        pytest.param("[auth:lowr]", "did you mean 'lower'", id="unknown modifier"),
        pytest.param("[auth:]", "no modifier", id="empty modifier"),
        pytest.param('[auth:regex("(","")]', "can't be used", id="broken regular expression"),
        pytest.param('[auth:regex("a","$7")]', "can't be used", id="a group that isn't there"),
        pytest.param("[auth", "bracket at 1", id="open bracket"),
        pytest.param("[auth]]", "bracket at 7", id="closing bracket"),
        pytest.param("[auth] x", "' '", id="illegal text"),
        pytest.param("", "empty", id="nothing"),
    ],
)
def test_unknown_things_are_named(pattern: str, message: str) -> None:
    with pytest.raises(ConfigError, match=re.escape(message)):
        Pattern.parse(pattern)


@pytest.mark.parametrize(
    ("name", "three", "two"),
    [
        ("authyearword", "maaten2008awesome", "maaten1999on"),
        ("authyearWord-joined", "maaten2008awesome", "maaten1999on"),
        ("vonauthyearword", "vandermaaten2008awesome", "vandermaaten1999on"),
        ("acl", "maaten-etal-2008-awesome", "maaten-hinton-1999-on"),
        ("authEtAlYear", "MaatenEtAl2008", "MaatenHinton1999"),
        ("dblp", "MaatenGH08", "MaatenH99"),
        ("authyear", "maaten2008", "maaten1999"),
        ("authYearTitle3", "Maaten_2008_AwesomePaperSelf", "Maaten_1999_OnIt"),
    ],
)
def test_named_pattern(name: str, three: str, two: str) -> None:
    pattern = Pattern.parse(NAMED[name])
    assert (pattern.key(WORK), pattern.key(TWO)) == (three, two)


@pytest.mark.parametrize(
    ("family", "title", "key"),
    [
        pytest.param("Groß", "Straße", "gross2000strasse", id="sharp s"),
        pytest.param("Þórsson", "Ðings", "thorsson2000dings", id="thorn and eth"),
        pytest.param("Nguyễn", "Łódź", "nguyen2000lodz", id="accents"),
        pytest.param("O’Brien", "Don't Stop", "obrien2000dont", id="apostrophes"),
        pytest.param("Lacoste-Julien", "β-VAE", "lacostejulien2000vae", id="hyphen and Greek"),
        pytest.param("李", "深度", "anon2000", id="other scripts vanish"),
        pytest.param("A", r"{ImageNet} $k$-means", "a2000imagenet", id="LaTeX is read"),
        pytest.param("A", "$k$-means++", "a2000k", id="math is read"),
        pytest.param("A", "Kähler–Einstein", "a2000kahler", id="a dash parts words"),
        pytest.param("A", "", "a2000", id="no title"),
    ],
)
def test_folding(family: str, title: str, key: str) -> None:
    assert Pattern.parse(DEFAULT).key(Work(title=title, authors=(Creator(family=family),), date="2000")) == key


def test_missing_parts_have_their_words() -> None:
    assert Pattern.parse(DEFAULT).key(Work(title="The End")) == "anonndend"
    assert Pattern.parse("[pureauth][edtr][year:()]").key(Work()) == "key"
    assert Pattern.parse("[auth]").key(Work(editors=(HINTON,))) == "Hinton"


def test_cut_author_lists_are_more_authors() -> None:
    assert Pattern.parse("[authEtAl]").key(Work(authors=(HINTON,), others=True)) == "HintonEtAl"
    assert Pattern.parse("[authors2]").key(Work(authors=(MAATEN, HINTON), others=True)) == "MaatenHintonEtAl"


@pytest.mark.parametrize(
    ("taken", "key"),
    [
        ([], "maaten1999"),
        (["Maaten1999"], "maaten1999b"),
        (["maaten1999", "MAATEN1999B"], "maaten1999c"),
        (["maaten1999", *("maaten1999" + chr(code) for code in range(ord("b"), ord("z") + 1))], "maaten1999aa"),
    ],
)
def test_collisions_take_the_first_free_letter(taken: list[str], key: str) -> None:
    pattern = Pattern.parse("[auth:lower][year]")
    assert pattern.key(TWO, taken) == pattern.key(TWO, set(taken)) == pattern.key(TWO, Taken(taken)) == key


def test_pinned_keys_never_change_and_new_ones_yield() -> None:
    assert assign(["a", "a", "A", "b"], [None, "a", None, "x"]) == ["ab", "a", "Ac", "x"]


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(["a", "A", "ab", "aB", "ac", "b"]))))
def test_taken_gives_the_first_free_key_whatever_came_before(steps: list[tuple[bool, str]]) -> None:
    taken = Taken()
    for add, key in steps:
        (taken.add if add else taken.discard)(key)
        assert taken.free("a") == Taken(list(taken)).free("a")
        assert taken.free("a") not in taken


@given(
    st.builds(
        Work,
        title=st.text(),
        authors=st.lists(st.builds(Creator, family=st.text(), literal=st.text(max_size=3))).map(tuple),
        date=st.sampled_from(["", "2020", "2020-01"]),
        volume=st.text(),
        pages=st.text(),
    ),
    st.sampled_from([*NAMED.values(), "[volume]:[pages]", "[pureauthors]", "[fulltitle:truncate3]", "[pageprefix]"]),
)
def test_keys_are_legal_for_every_processor(work: Work, pattern: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9_:.-]*[A-Za-z0-9])?", Pattern.parse(pattern).key(work))


@pytest.mark.shared
def test_cases(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "cases/keys_cases.jsonl").open(encoding="utf-8")][1:]
    wrong = {row["id"]: found for row in rows if (found := _solved(row)) not in (row["expected"], None)}
    assert {row["pattern"] for row in rows if row["kind"] == "key"} <= NAMED.keys()
    assert not wrong


def _solved(row: dict[str, Any]) -> str | list[str] | None:
    """Return the answer to a case; None for the labels of the style alpha, which are no keys."""
    if row["kind"] == "collision":
        return assign(row["bases"], row["pinned"])
    if row["pattern"] == "alpha-label":
        return None
    entry = row["entry"]
    authors = tuple(Creator(family=author["last"], particle=author["von"]) for author in entry["authors"])
    work = Work(title=entry["title"], authors=authors, others=entry["others"], date=str(entry["year"] or ""))
    return Pattern.parse(NAMED[row["pattern"]]).key(work)
