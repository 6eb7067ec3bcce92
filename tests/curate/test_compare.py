"""The list then against the list now."""

from dataclasses import replace

import pytest

from bibkit.curate.compare import Change, compare, describe
from bibkit.model.catalog import ListedItem

ONE = ListedItem("a2020one", 3, ("Pruning",), title="One Title of Some Length", year=2020, url="https://a.org/1")
TWO = ListedItem("b2021two", 4, ("Pruning",), title="Another Title of Some Length", year=2021, url="https://a.org/2")
BLOG = ListedItem("", 5, ("Blogs",), kind="resource", title="A Blog", url="https://b.org")


def kinds(then: list[ListedItem], now: list[ListedItem]) -> list[tuple[str, str]]:
    return [(change.kind, change.item.title) for change in compare(then, now)[0]]


@pytest.mark.parametrize(
    ("then", "now", "expected"),
    [
        pytest.param([ONE, TWO], [ONE, TWO], [], id="nothing changed"),
        pytest.param([ONE], [replace(ONE, line=9)], [], id="only the line number changed"),
        pytest.param([ONE], [ONE, TWO], [("added", TWO.title)], id="added"),
        pytest.param([ONE, TWO], [TWO], [("dropped", ONE.title)], id="dropped"),
        pytest.param([ONE], [replace(ONE, section=("X",))], [("moved", ONE.title)], id="moved"),
        pytest.param([ONE], [replace(ONE, note="best")], [("changed", ONE.title)], id="changed"),
        pytest.param(
            [BLOG], [replace(BLOG, title="The Blog")], [("changed", "The Blog")], id="a resource by its address"
        ),
        pytest.param(
            [BLOG], [replace(BLOG, url="https://c.org")], [("changed", "A Blog")], id="a resource by its title"
        ),
        pytest.param(
            [ONE, replace(ONE, section=("B",))],
            [replace(ONE, section=("B",))],
            [("dropped", ONE.title)],
            id="one of two listings of a work",
        ),
    ],
)
def test_compare(then: list[ListedItem], now: list[ListedItem], expected: list[tuple[str, str]]) -> None:
    assert kinds(then, now) == expected


def test_a_change_is_shown_fact_by_fact() -> None:
    change = Change("moved", ONE, replace(ONE, section=("X", "Y"), flags=("oral",), year=None))
    assert list(describe(change)) == [
        "> One Title of Some Length  [X / Y]",
        "    section: Pruning -> X / Y",
        "    year: 2020 -> (none)",
        "    flags: (none) -> oral",
    ]
