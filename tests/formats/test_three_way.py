"""Two changes at the same time become one, or are told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.formats.three_way import Conflict, catalogs, locks, mappings
from bibkit.model.catalog import Catalog, Entry
from bibkit.model.lock import EntryState, Lock
from bibkit.model.work import Work

TABLES = st.dictionaries(st.sampled_from("abcd"), st.integers(0, 2))


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged", "clashes"),
    [
        pytest.param({}, {"a": 1}, {}, {"a": 1}, [], id="ours is new"),
        pytest.param({}, {}, {"a": 1}, {"a": 1}, [], id="theirs is new"),
        pytest.param({"a": 1}, {"a": 2}, {"a": 1}, {"a": 2}, [], id="we changed it"),
        pytest.param({"a": 1}, {"a": 1}, {"a": 2}, {"a": 2}, [], id="they changed it"),
        pytest.param({"a": 1}, {}, {"a": 1}, {}, [], id="we removed it"),
        pytest.param({"a": 1}, {"a": 1}, {}, {}, [], id="they removed it"),
        pytest.param({"a": 1}, {"a": 2}, {"a": 2}, {"a": 2}, [], id="both the same"),
        pytest.param({"a": 1}, {"a": 2}, {"a": 3}, {"a": 3}, ["a"], id="both, differently"),
        pytest.param({"a": 1}, {}, {"a": 2}, {"a": 2}, ["a"], id="we removed what they changed"),
        pytest.param({"a": 1}, {"a": 2}, {}, {}, ["a"], id="they removed what we changed"),
        pytest.param({}, {"a": 1}, {"a": 2}, {"a": 2}, ["a"], id="new on both sides, differently"),
    ],
)
def test_a_table_decides(
    base: dict[str, int], ours: dict[str, int], theirs: dict[str, int], merged: dict[str, int], clashes: list[str]
) -> None:
    assert mappings(base, ours, theirs) == (merged, clashes)


@given(TABLES, TABLES, TABLES)
def test_both_sides_are_treated_alike(base: dict[str, int], ours: dict[str, int], theirs: dict[str, int]) -> None:
    merged, clashes = mappings(base, ours, theirs)
    turned, same_clashes = mappings(base, theirs, ours)
    assert sorted(clashes) == sorted(same_clashes)
    assert clashes or merged == turned


@given(TABLES, TABLES)
def test_a_side_that_changed_nothing_gives_way(base: dict[str, int], theirs: dict[str, int]) -> None:
    assert mappings(base, base, theirs) == (theirs, [])
    assert mappings(base, theirs, base) == (theirs, [])


def catalog(title: str = "T", pattern: str = "") -> Catalog:
    """Return a catalog of one entry."""
    return Catalog(entries={"a": Entry("a", Work(title=title))}, key_pattern=pattern)


def test_a_conflict_names_what_both_changed() -> None:
    with pytest.raises(Conflict, match=r"^entry a$"):
        catalogs(catalog(), catalog("U"), catalog("V"))
    with pytest.raises(Conflict, match=r"^the pattern of keys$"):
        catalogs(catalog(), catalog(pattern="x"), catalog(pattern="y"))
    with pytest.raises(Conflict, match=r"^the state of a$"):
        locks(*(Lock(states={"a": EntryState("a", sum=text)}) for text in "xyz"))


def test_different_things_go_together() -> None:
    assert catalogs(catalog(), catalog("U"), catalog(pattern="y")) == catalog("U", "y")
