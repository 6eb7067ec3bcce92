"""The table of fields and the table of types agree with each other and with the Work."""

import pytest

from bibkit.formats.fields import ALWAYS, DIALECTS, ROWS, TYPE_ALIASES, TYPES, work_type
from bibkit.model.work import WORK_FIELDS

ATTRIBUTES = {row.attribute for row in ROWS}
#: Attributes of a Work that no field of their own shows.
NOT_FIELDS = {"type", "others", "venue", "identifiers"}


def test_every_attribute_has_a_field() -> None:
    assert set(WORK_FIELDS) - NOT_FIELDS <= ATTRIBUTES


@pytest.mark.parametrize("name", TYPES)
def test_a_type_prints_attributes_that_have_a_field(name: str) -> None:
    kind = TYPES[name]
    for attribute in (*ALWAYS, *kind.prints):
        assert any(row.attribute == attribute and row.serves(name) for row in ROWS), attribute


@pytest.mark.parametrize("name", TYPES)
def test_what_a_type_needs_it_prints_and_it_degrades_to_misc_in_the_end(name: str) -> None:
    assert set(TYPES[name].needs) <= {*ALWAYS, *TYPES[name].prints}
    steps = [name]
    while steps[-1] != "misc":
        steps.append(TYPES[steps[-1]].otherwise)
        assert len(steps) == len(set(steps))


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("dialect", DIALECTS)
def test_no_field_of_a_type_is_written_twice(name: str, dialect: str) -> None:
    names = [
        row.biblatex or row.bibtex if dialect == "biblatex" else row.bibtex
        for row in ROWS
        if row.serves(name) and TYPES[name].prints_attribute(row.attribute) and row.bibtex != "organization"
    ]
    assert len(names) == len(set(names))


READ = [
    ("InProceedings", "", "inproceedings"),
    ("conference", "", "inproceedings"),
    ("thesis", "phdthesis", "phdthesis"),
    ("thesis", "Master's thesis", "mastersthesis"),
    ("thesis", "", "phdthesis"),
    ("report", "", "techreport"),
    ("online", "", "misc"),
    ("software", "", "misc"),
    ("nonsense", "", "misc"),
]


@pytest.mark.parametrize(("entry_type", "kind", "expected"), READ)
def test_types_as_read(entry_type: str, kind: str, expected: str) -> None:
    assert work_type(entry_type, kind) == expected


def test_aliases_lead_to_types() -> None:
    assert set(TYPE_ALIASES.values()) <= set(TYPES)
