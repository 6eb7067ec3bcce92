"""What a person does to the catalog's files by hand, or loses of them, costs nothing that the files still say."""

from dataclasses import replace

import pytest

from bibkit.curate.add import file_list
from bibkit.curate.byhand import adopt_edits, restore
from bibkit.curate.settle import Settled, remerge
from bibkit.model.catalog import Catalog, Entry, SurveyList
from bibkit.model.creator import Creator
from bibkit.model.lock import Lock
from bibkit.model.reference import Reference
from bibkit.model.work import Work
from tests.curate.test_settle import PATTERN, RECORD, TITLE, settled

OLD, NEW = "doe2021slimming", "mine2021"
OWN = Work("article", "By Hand", (Creator("Hand", "A"),), date="2020", container="J. of Hands")


def renamed_in_works(first: Settled) -> Catalog:
    entry = first.catalog.entries[OLD]
    return replace(first.catalog, entries={NEW: replace(entry, key=NEW)})


@pytest.mark.parametrize("how", ["adopted", "restored"])
def test_a_key_changed_in_works_is_a_rename(how: str) -> None:
    first = settled(RECORD)
    catalog = renamed_in_works(first)
    if how == "adopted":
        done = adopt_edits(catalog, first.lock)
        assert done.notes == (f"{NEW}: renamed by hand from {OLD}, which stays an alias",)
        after = (done.catalog, done.lock)
    else:
        after = restore(catalog, first.lock)
    catalog, lock = remerge(*after)
    assert list(catalog.entries) == list(lock.states) == list(lock.records) == [NEW]
    assert (catalog.entries[NEW].aliases, catalog.entries[NEW].work) == ((OLD,), first.catalog.entries[OLD].work)
    assert catalog.lists["demo"].sections[0].listings[0].key == NEW
    assert [item.key for item in lock.lists["demo"]] == [NEW]


def test_a_new_entry_beside_a_deleted_one_is_no_rename() -> None:
    first = settled(RECORD)
    catalog = replace(first.catalog, entries={"hand2020": Entry("hand2020", OWN)})
    assert adopt_edits(catalog, first.lock).catalog.entries["hand2020"].aliases == ()


def test_an_entry_written_by_hand_stays_as_it_is_when_a_list_names_it_too() -> None:
    first = settled(RECORD)
    mine = Entry("hand2020", replace(OWN, title=TITLE + " Again and Again"))
    adopted = adopt_edits(replace(first.catalog, entries={**first.catalog.entries, mine.key: mine}), first.lock)
    assert adopted.notes == ("hand2020: type, title, authors, date, container written by hand: pinned",)
    item = Reference("more.md", 3, 3, ("All",), title=mine.work.title, year=2019)
    filed = file_list(adopted.catalog, adopted.lock, SurveyList("more"), [item], PATTERN)
    catalog, _ = remerge(filed.catalog, filed.lock)
    assert filed.new_keys == ()
    assert catalog.entries["hand2020"].work == mine.work


@pytest.mark.parametrize(
    "lock",
    [
        pytest.param(lambda lock: replace(lock, records={}), id="the answers of the sources are lost"),
        pytest.param(lambda lock: Lock(), id="the whole lock is lost"),
        pytest.param(lambda lock: Lock(lists=lock.lists), id="all but what the lists said is lost"),
    ],
)
def test_without_its_evidence_a_work_stays_as_it_is(lock: "object") -> None:
    first = settled(RECORD)
    done = adopt_edits(first.catalog, lock(first.lock))  # type: ignore[operator]
    item = Reference("demo.md", 3, 3, ("Pruning",), title=TITLE, year=2020)
    filed = file_list(done.catalog, done.lock, SurveyList("demo"), [item], PATTERN)
    catalog, _ = remerge(filed.catalog, filed.lock)
    assert (done.notes, catalog.entries) == ((), first.catalog.entries)
