"""A person gives an entry another key."""

import pytest

from bibkit.curate import rekey
from bibkit.errors import UsageError
from bibkit.model.catalog import Catalog, Entry
from bibkit.model.lock import EntryState, Lock
from bibkit.model.work import Work

CATALOG = Catalog({"a": Entry("a", Work(title="A"), aliases=("old",)), "b": Entry("b", Work(title="B"))})


def test_the_new_key_is_final_and_the_old_one_an_alias() -> None:
    catalog, lock = rekey.rekey(CATALOG, Lock(states={"a": EntryState("a")}), "a", "c")
    assert set(catalog.entries) == {"b", "c"}
    assert catalog.entries["c"].aliases == ("old", "a")
    assert lock.states == {"c": EntryState("c", aliases=("old", "a"), keyed=True)}


@pytest.mark.parametrize("key", ["x", "X1:y/z+w.v_u-t", "A", "old"])
def test_keys_that_can_be_taken(key: str) -> None:
    rekey.check(CATALOG, "a", key)


@pytest.mark.parametrize("key", ["", "a b", "a,b", "a{b", "a#b", "a%b", "a\\b", "é", "-a", ".a", "B", "a\n"])
def test_keys_that_cannot(key: str) -> None:
    with pytest.raises(UsageError):
        rekey.check(CATALOG, "a", key)
