"""A list into the catalog, and again after the list, or a person, has changed something."""

from dataclasses import replace

import pytest

from bibkit.curate.add import Imported, file_list
from bibkit.errors import UsageError
from bibkit.model.catalog import Catalog, ListedLink, Section, SurveyList
from bibkit.model.citekey import Pattern
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.lock import Lock
from bibkit.model.reference import Link, Reference
from bibkit.model.work import Work

PATTERN = Pattern.parse("[auth:lower][year][veryshorttitle:lower]")
SURVEY = SurveyList("demo", "Demo", "demo.md")


def paper(line: int, title: str, section: str = "Pruning", url: str = "", **more: object) -> Reference:
    url = url or f"https://example.org/{line}"
    values = {"year": 2020, **more}
    return Reference("demo.md", line, line, (section,), title=title, url=url, url_clean=url, **values)  # type: ignore[arg-type]


ONE = paper(3, "Slimming Networks by Slow and Steady Cutting")
TWO = paper(4, "Growing Networks by Quick and Careless Adding")
BLOG = replace(paper(9, "A Blog about Networks", "Blogs"), kind="resource")
SKIP = replace(paper(10, "Table of contents", "Blogs"), kind="skip", reason="table of contents")


def first(*references: Reference) -> Imported:
    return file_list(Catalog(), Lock(), SURVEY, references, PATTERN)


def again(before: Imported, *references: Reference) -> Imported:
    return file_list(before.catalog, before.lock, SURVEY, references, PATTERN)


def shown(filed: Imported) -> dict[tuple[str, ...], list[str]]:
    """Return the list's tree: section path -> keys and resources."""
    return {
        path: [listing.key or listing.resource for listing in listings]
        for path, listings in filed.catalog.lists["demo"].walk()
        if listings
    }


def edited(filed: Imported, **changes: object) -> Imported:
    """Return an import after a person has changed the first listing of the first section in the catalog."""
    survey = filed.catalog.lists["demo"]
    section = survey.sections[0]
    listing = replace(section.listings[0], **changes)  # type: ignore[arg-type]
    section = replace(section, listings=(listing, *section.listings[1:]))
    return with_list(filed, replace(survey, sections=(section, *survey.sections[1:])))


def with_list(filed: Imported, survey: SurveyList) -> Imported:
    return replace(filed, catalog=replace(filed.catalog, lists={"demo": survey}))


def test_papers_become_entries_and_resources_stay_listings() -> None:
    filed = first(ONE, TWO, BLOG, SKIP)
    assert shown(filed) == {
        ("Pruning",): ["slimmingnetworksslow2020", "growingnetworksquick2020"],
        ("Blogs",): ["A Blog about Networks"],
    }
    assert filed.catalog.entries["slimmingnetworksslow2020"].work.title == ONE.title
    assert filed.new_keys == ("slimmingnetworksslow2020", "growingnetworksquick2020")


def test_a_work_in_two_sections_is_one_entry() -> None:
    filed = first(ONE, replace(ONE, line=7, section=("Speed",)))
    assert shown(filed) == {("Pruning",): ["slimmingnetworksslow2020"], ("Speed",): ["slimmingnetworksslow2020"]}
    assert len(filed.catalog.entries) == 1


def test_a_work_of_another_list_is_the_same_entry() -> None:
    before = first(ONE)
    filed = file_list(before.catalog, before.lock, SurveyList("other"), [replace(ONE, file="other.md")], PATTERN)
    assert list(filed.catalog.entries) == ["slimmingnetworksslow2020"]
    assert filed.new_keys == ()


def test_an_unchanged_list_changes_nothing() -> None:
    before = first(ONE, TWO, BLOG, SKIP)
    filed = again(before, ONE, TWO, BLOG, SKIP)
    assert (filed.changes, filed.catalog, filed.lock) == ((), before.catalog, before.lock)


def test_added_lines_go_where_they_stand() -> None:
    new = paper(4, "Freezing Networks While They Are Still Warm")
    filed = again(first(ONE, TWO), ONE, new, TWO)
    assert shown(filed)[("Pruning",)] == [
        "slimmingnetworksslow2020",
        "freezingnetworkswhile2020",
        "growingnetworksquick2020",
    ]


def test_a_new_section_opens_where_it_stands() -> None:
    new = paper(4, "Freezing Networks While They Are Still Warm", "Middle")
    filed = again(first(ONE, replace(TWO, section=("Last",))), ONE, new, replace(TWO, section=("Last",)))
    assert list(shown(filed)) == [("Pruning",), ("Middle",), ("Last",)]


def test_dropped_lines_leave_the_list_and_stay_in_the_works() -> None:
    filed = again(first(ONE, TWO), TWO)
    assert shown(filed) == {("Pruning",): ["growingnetworksquick2020"]}
    assert "slimmingnetworksslow2020" in filed.catalog.entries
    assert filed.unlisted == ("slimmingnetworksslow2020",)


def test_moved_lines_move_and_an_emptied_section_goes() -> None:
    filed = again(first(ONE, TWO), replace(ONE, section=("Speed",)), replace(TWO, section=("Speed",)))
    assert shown(filed) == {("Speed",): ["slimmingnetworksslow2020", "growingnetworksquick2020"]}
    assert [section.name for section in filed.catalog.lists["demo"].sections] == ["Speed"]


def test_what_the_list_changed_is_taken_over() -> None:
    code = Link("Code", "code", "https://github.com/a/b")
    filed = again(first(ONE), replace(ONE, links=(code,), flags=("oral",)))
    (listing,) = filed.catalog.lists["demo"].sections[0].listings
    assert (listing.flags, listing.links) == (("oral",), (ListedLink("code", "https://github.com/a/b"),))


def test_a_hand_edit_of_a_listing_survives() -> None:
    before = edited(first(ONE, TWO), note="our favourite")
    filed = again(before, replace(ONE, flags=("oral",)), TWO)
    (listing, _) = filed.catalog.lists["demo"].sections[0].listings
    assert (listing.note, listing.flags, filed.conflicts) == ("our favourite", ("oral",), ())


def test_where_both_changed_one_fact_the_hand_edit_stays_and_is_told() -> None:
    before = edited(first(ONE), note="our favourite")
    filed = again(before, replace(ONE, note="best paper"))
    assert filed.catalog.lists["demo"].sections[0].listings[0].note == "our favourite"
    assert filed.conflicts == (
        "slimmingnetworksslow2020: note: the list says best paper, the catalog our favourite, which stays",
    )


def test_a_dropped_line_whose_listing_was_edited_stays_and_is_told() -> None:
    before = edited(first(ONE, TWO), note="our favourite")
    filed = again(before, TWO)
    assert shown(filed)[("Pruning",)] == ["slimmingnetworksslow2020", "growingnetworksquick2020"]
    assert "the list dropped it" in filed.conflicts[0]


def test_a_listing_that_a_person_took_out_stays_out() -> None:
    before = first(ONE, TWO)
    survey = before.catalog.lists["demo"]
    kept = replace(survey.sections[0], listings=survey.sections[0].listings[1:])
    filed = again(with_list(before, replace(survey, sections=(kept,))), ONE, replace(TWO, flags=("oral",)))
    assert shown(filed) == {("Pruning",): ["growingnetworksquick2020"]}


def test_a_listing_that_a_person_moved_stays_where_it_was_put() -> None:
    before = first(ONE, TWO)
    survey = before.catalog.lists["demo"]
    moved, other = survey.sections[0].listings
    sections = (replace(survey.sections[0], listings=(other,)), Section("Mine", (moved,)))
    filed = again(with_list(before, replace(survey, sections=sections)), replace(ONE, flags=("oral",)), TWO)
    assert shown(filed) == {("Pruning",): ["growingnetworksquick2020"], ("Mine",): ["slimmingnetworksslow2020"]}
    assert filed.catalog.lists["demo"].sections[1].listings[0].flags == ("oral",)


@pytest.mark.parametrize(
    "title", ["Slimming Networks by Slow and Steady Cuttings", "Slimming Networks by Slow, Steady Cutting"]
)
def test_a_mended_title_keeps_its_entry(title: str) -> None:
    address = "https://arxiv.org/abs/2001.00001"
    linked = replace(ONE, url=address, url_clean=address, identifiers=(Identifier("arxiv", "2001.00001"),))
    filed = again(first(linked), replace(linked, title=title))
    assert list(filed.catalog.entries) == ["slimmingnetworksslow2020"]
    assert [change.kind for change in filed.changes] == ["changed"]


def test_an_entry_of_a_bibliography_comes_in_whole_and_keeps_its_key() -> None:
    work = Work("article", ONE.title, (Creator("Doe", "Ann"),), date="2020-03", volume="7", pages="1-9", venue="jmlr")
    given = replace(ONE, key="Doe:2020", work=work, authors=("Ann Doe",), identifiers=(Identifier("doi", "10.1000/x"),))
    filed = first(given)
    entry = filed.catalog.entries["Doe:2020"]
    assert (entry.work.type, entry.work.authors, entry.work.volume, entry.work.pages) == (
        "article",
        (Creator("Doe", "Ann"),),
        "7",
        "1-9",
    )
    assert entry.work.identifier("doi") == "10.1000/x"
    assert filed.lock.states["Doe:2020"].keyed
    assert again(filed, given).changes == ()


def test_a_bare_identifier_is_the_work_that_has_it() -> None:
    linked = replace(ONE, identifiers=(Identifier("arxiv", "2101.00001"),))
    bare = Reference("ids.txt", 1, 1, url="arXiv:2101.00001", identifiers=(Identifier("arxiv", "2101.00001"),))
    before = first(linked)
    filed = file_list(before.catalog, before.lock, SurveyList("ids"), [bare], PATTERN)
    assert list(filed.catalog.entries) == ["slimmingnetworksslow2020"]
    assert filed.catalog.lists["ids"].listings[0].url == "https://arxiv.org/abs/2101.00001"


def test_another_list_under_the_same_name_is_refused() -> None:
    other = paper(3, "Something of an Entirely Different Kind", "Else", "https://example.org/else")
    with pytest.raises(UsageError, match="nothing in it is in the catalog's list 'demo'"):
        again(first(ONE, TWO), other)


@pytest.mark.parametrize(("text", "others"), [("Title. Ann Doe et al. ICML", True), ("Title. Ann Doe. ICML", False)])
def test_et_al_says_that_there_are_more_authors(text: str, others: bool) -> None:
    filed = first(replace(ONE, text=text, authors=("Ann Doe",)))
    (entry,) = filed.catalog.entries.values()
    assert (entry.work.authors, entry.work.others) == ((Creator("Doe", "Ann"),), others)
