"""Months as bibliographies write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.text import months


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("January", 1, id="the full name"),
        pytest.param("sept.", 9, id="the long abbreviation with its dot"),
        pytest.param("Sep", 9, id="the short abbreviation"),
        pytest.param("JUNE", 6, id="capitals"),
        pytest.param("{mar}", 3, id="braces"),
        pytest.param("03", 3, id="digits with a zero"),
        pytest.param(" 12 ", 12, id="digits with blanks"),
        pytest.param("Dezember", 12, id="German"),
        pytest.param("août", 8, id="French with its accent"),
        pytest.param("März", 3, id="German with its accent"),
        pytest.param("13", None, id="no thirteenth month"),
        pytest.param("0", None, id="no month zero"),
        pytest.param("Spring", None, id="a season is no month"),
        pytest.param("July 12", None, id="a day is too much"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_word_is_a_month(text: str, expected: int | None) -> None:
    assert months.number(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('jul # "--" # aug', 7, id="a range of macros gives its first"),
        pytest.param('10 # "~" # jan', 1, id="a day before the macro"),
        pytest.param("July 12--18", 7, id="days after the name"),
        pytest.param("12 July", 7, id="a day before the name"),
        pytest.param("September--October", 9, id="a range of names"),
        pytest.param("2020-07-13", 7, id="an ISO date"),
        pytest.param("2020-07", 7, id="a month of a year"),
        pytest.param("07/08", 7, id="a range of numbers"),
        pytest.param("2020", None, id="a year is no month"),
        pytest.param("25", None, id="a day is no month"),
        pytest.param("Summer 2019", None, id="a season"),
    ],
)
def test_the_first_month_of_a_text(text: str, expected: int | None) -> None:
    assert months.number_in(text) == expected


@given(st.integers(1, 12), st.sampled_from([str.lower, str.upper, str.title]))
def test_names_and_macros_lead_back_to_their_number(month: int, case: object) -> None:
    assert callable(case)
    for text in (months.NAMES[month - 1], months.MACROS[month - 1], f"{months.MACROS[month - 1]}."):
        assert months.number(case(text)) == month
    assert months.macro(months.name(month)) == months.macro(month) == months.MACROS[month - 1]


@given(st.text())
def test_any_text_is_a_month_or_none(text: str) -> None:
    assert months.number_in(text) in (None, *range(1, 13))
    assert months.macro(text) in ("", *months.MACROS)


@pytest.mark.parametrize("month", [0, 13, -1])
def test_numbers_that_are_no_months_have_no_macro(month: int) -> None:
    assert months.macro(month) == months.name(month) == ""
