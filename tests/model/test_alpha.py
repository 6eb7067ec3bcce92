"""Labels of the BibTeX style alpha. The expected ones were printed by bibtex 0.99d with alpha.bst."""

import json
from pathlib import Path

import pytest

from bibkit.model.alpha import labels
from bibkit.model.creator import Creator
from bibkit.model.work import Work


def work(*families: str, year: str = "2005", title: str = "", others: bool = False) -> Work:
    people = tuple(Creator(family=name.split("|")[-1], particle=name.split("|")[0] if "|" in name else "", given="X.")
                   for name in families)  # fmt: skip
    return Work(title=title, authors=people, date=year, others=others)


@pytest.mark.parametrize(
    ("one", "label"),
    [
        pytest.param(work("Smith"), "Smi05", id="one name, three letters"),
        pytest.param(work("Müller"), r"M{\"u}l05", id="an accent is one letter"),
        pytest.param(work("Łukasz"), r"{\L}uk05", id="a letter command is one letter"),
        pytest.param(work("van der|Maaten"), "vdM05", id="particles count"),
        pytest.param(work("van der|Maaten", "Hinton"), "vdMH05", id="two names"),
        pytest.param(work("Groß", "Øre"), r"G{\O}05", id="initials keep their command"),
        pytest.param(work("d'|Alembert", year="1743"), "dA43", id="an elided particle"),
        pytest.param(work("Lacoste-Julien"), "LJ05", id="both parts of a hyphenated name"),
        pytest.param(work("A", "B", "C", "D"), "ABCD05", id="four names"),
        pytest.param(work("A", "B", "C", "D", "E"), r"ABC{\etalchar{+}}05", id="of more, three"),
        pytest.param(work("Touvron", "Lavril", others=True), r"TL{\etalchar{+}}05", id="and others"),
        pytest.param(work("Gemini Team"), "GT05", id="a last name of two words"),
        pytest.param(Work(authors=(Creator(literal="Gemini Team"),), date="2005"), "{Gem}05", id="an organisation"),
        pytest.param(work("Doe", year=""), "Doe", id="no year"),
        pytest.param(Work(title="The End", date="1998"), "The98", id="nobody"),
        pytest.param(Work(editors=(Creator(family="Ed", given="A."),), date="1998"), "Ed98", id="editors"),
    ],
)
def test_label(one: Work, label: str) -> None:
    assert labels([one]) == [label]


def test_equal_labels_are_told_apart_in_sorting_order() -> None:
    rivals = [work("Smith", title="To Be"), work("Smith", title="The On and On"), work("Smith", year="2006")]
    assert labels(rivals) == ["Smi05b", "Smi05a", "Smi06"]


@pytest.mark.shared
def test_cases(shared: Path) -> None:
    rows = [json.loads(line) for line in (shared / "cases/keys_cases.jsonl").open(encoding="utf-8")][1:]
    entries = {
        json.dumps(row["entry"]): row["entry"] for row in rows if row["kind"] == "key" and row["entry"]["authors"]
    }
    # Entries without titles: with equal names and years the style then keeps their order, as the cases have it.
    works = [
        Work(
            authors=tuple(Creator(family=a["last"], particle=a["von"]) for a in entry["authors"]),
            others=entry["others"],
            date=str(entry["year"] or ""),
        )
        for entry in entries.values()
    ]
    found = dict(zip(entries, labels(works), strict=True))
    asked = [row for row in rows if row.get("pattern") == "alpha-label"]
    assert asked
    assert {row["id"]: found[json.dumps(row["entry"])] for row in asked} == {
        row["id"]: row["expected"] for row in asked
    }
