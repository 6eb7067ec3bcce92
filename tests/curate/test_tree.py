"""A list's tree, edited flat and closed again."""

from bibkit.curate.tree import Tree
from bibkit.model.catalog import ListedItem, Listing, Section, SurveyList

A, B, C = Listing(key="a"), Listing(key="b"), Listing(key="c")
SURVEY = SurveyList("s", "S", "s.md", (C,), (Section("One", (A,), (Section("Sub", (B,)),)), Section("Two", (A,))))


def test_what_is_opened_and_closed_is_the_same() -> None:
    assert Tree(SURVEY).close() == SURVEY


def test_a_listing_goes_behind_the_one_named() -> None:
    tree = Tree(SURVEY)
    tree.put(("One",), C, A)
    tree.put(("One",), B, None)
    assert tree.sections[("One",)] == [B, A, C]


def test_a_new_section_opens_behind_its_neighbour_and_all_below_that() -> None:
    tree = Tree(SURVEY)
    tree.open_section(("New",), ("One",))
    assert [path for path, _ in tree] == [(), ("One",), ("One", "Sub"), ("New",), ("Two",)]


def test_a_new_sub_section_opens_below_its_parent() -> None:
    tree = Tree(SURVEY)
    tree.open_section(("One", "First"), ("One",))
    assert [path for path, _ in tree][1:4] == [("One",), ("One", "First"), ("One", "Sub")]


def test_an_item_is_found_where_a_person_moved_it() -> None:
    assert Tree(SURVEY).find(ListedItem("b", section=("Two",))) == (("One", "Sub"), 0)
    assert Tree(SURVEY).find(ListedItem("zzz", section=("Two",))) is None


def test_sections_that_emptied_go_and_those_that_hold_others_stay() -> None:
    tree = Tree(SURVEY)
    tree.sections[("One",)].clear()
    tree.sections[("Two",)].clear()
    tree.drop_empty(keep=(), candidates=[("One",), ("Two",)])
    assert [path for path, _ in tree] == [(), ("One",), ("One", "Sub")]


def test_a_section_follows_the_order_of_the_list() -> None:
    tree = Tree(SurveyList("s", listings=(A, C, B)))
    tree.reorder((), [A, B], [B, A])
    assert tree.sections[()] == [B, A, C]


def test_an_order_that_a_person_made_stays() -> None:
    tree = Tree(SurveyList("s", listings=(B, A)))
    tree.reorder((), [A, B], [A, B])
    assert tree.sections[()] == [B, A]
