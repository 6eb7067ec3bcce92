"""Labels: year, month, venue and honours as lists write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.importers import labels
from bibkit.importers.labels import Label

VENUES = {"CVPR", "ICML", "NeurIPS", "ICML Workshop", "ICLR", "arXiv", "3DV", "J. Mach. Learn. Res."}


def known(text: str) -> bool:
    return text in VENUES


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2019-ICLR", Label(2019, None, "ICLR"), id="year, hyphen, venue"),
        pytest.param("2019 ICLR", Label(2019, None, "ICLR"), id="year, blank, venue"),
        pytest.param("2019.03", Label(2019, 3), id="year and month with a point"),
        pytest.param("2018.8", Label(2018, 8), id="a month of one digit"),
        pytest.param("2023/05", Label(2023, 5), id="year and month with a slash"),
        pytest.param("2023-05-12", Label(2023, 5), id="a whole day"),
        pytest.param("2023-05 | CVPR", Label(2023, 5, "CVPR"), id="month and venue"),
        pytest.param("1996", Label(1996), id="a year alone"),
        pytest.param("NeurIPS'21", Label(2021, None, "NeurIPS"), id="straight quote"),
        pytest.param("NeurIPS‘21", Label(2021, None, "NeurIPS"), id="opening quote"),
        pytest.param("NeurIPS’21", Label(2021, None, "NeurIPS"), id="closing quote"),
        pytest.param("NeurIPS`21", Label(2021, None, "NeurIPS"), id="backtick"),
        pytest.param("NeurIPS '21", Label(2021, None, "NeurIPS"), id="a blank before the quote"),
        pytest.param("NeurIPS'21'", Label(2021, None, "NeurIPS"), id="a quote behind the year too"),
        pytest.param("ICML'98", Label(1998, None, "ICML"), id="last century"),
        pytest.param("ICML'2020", Label(2020, None, "ICML"), id="four digits behind a quote"),
        pytest.param("ICML, 2020", Label(2020, None, "ICML"), id="comma"),
        pytest.param("ICML, 2020 ", Label(2020, None, "ICML"), id="trailing blank"),
        pytest.param("ICML2020", Label(2020, None, "ICML"), id="nothing between"),
        pytest.param("ICML (2020)", Label(2020, None, "ICML"), id="year in brackets"),
        pytest.param("3DV 2020", Label(2020, None, "3DV"), id="a venue that begins with a digit"),
        pytest.param("J. Mach. Learn. Res., 2020", Label(2020, None, "J. Mach. Learn. Res."), id="full stops within"),
        pytest.param("ICML 2020 Workshop", Label(2020, None, "ICML Workshop"), id="year within the venue"),
        pytest.param("In ICML 2020", Label(2020, None, "ICML"), id="in"),
        pytest.param("accepted at ICML 2020", Label(2020, None, "ICML"), id="accepted at"),
        pytest.param("May 2023", Label(2023, 5), id="a month by name"),
        pytest.param("arXiv, Sept. 2023", Label(2023, 9, "arXiv"), id="venue and month by name"),
        pytest.param("arXiv 2023.05", Label(2023, 5, "arXiv"), id="venue, year and month"),
        pytest.param("ICML 20", Label(2020, None, "ICML"), id="two digits behind a known venue"),
        pytest.param("ICML-20", Label(2020, None, "ICML"), id="two digits behind a hyphen"),
        pytest.param("ICML", Label(None, None, "ICML"), id="a known venue alone"),
        pytest.param("2017-CVPR-ResNeXt", Label(2017, None, "CVPR", extra="ResNeXt"), id="a nickname behind the venue"),
        pytest.param("arXiv:2301.00001v2", Label(venue="arXiv", extra="arXiv:2301.00001v2"), id="an arXiv id"),
        pytest.param("ICML 2020 (Oral)", Label(2020, None, "ICML", ("oral",)), id="oral"),
        pytest.param("ICML 2020 Spotlight", Label(2020, None, "ICML", ("spotlight",)), id="spotlight"),
        pytest.param(
            "ICML 2020, Best Student Paper Award", Label(2020, None, "ICML", ("best-paper",)), id="best paper"
        ),
    ],
)
def test_a_label_is_read(text: str, expected: Label) -> None:
    assert labels.parse(text, known) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("published in 2019", id="words before a year"),
        pytest.param("Section 3", id="a number"),
        pytest.param("in Chinese", id="a remark"),
        pytest.param("iOS 11+", id="a version"),
        pytest.param("GPT-20", id="a name with two digits"),
        pytest.param("World's 100 best", id="a genitive"),
        pytest.param("", id="nothing"),
        pytest.param("Oral", id="an honour alone"),
        pytest.param("ICML " + "and more words " * 20 + "2020", id="a sentence"),
    ],
)
def test_other_words_are_no_label(text: str) -> None:
    assert labels.parse(text, known) is None


def test_where_the_place_shows_it_the_venue_need_not_be_known() -> None:
    assert labels.parse("Some New Journal, 2020", known) is None
    assert labels.parse("Some New Journal, 2020", known, sure=True) == Label(2020, None, "Some New Journal")


def test_a_broken_year_is_none_and_said() -> None:
    label = labels.parse("NeurIPS'2", known, sure=True)
    assert label == Label(
        None, None, "NeurIPS", problem="the label's year '2 is broken: two or four digits are expected"
    )


@pytest.mark.parametrize(
    ("remark", "flags"),
    [
        pytest.param("Spotlight!", ("spotlight",), id="spotlight"),
        pytest.param("Oral presentation", ("oral",), id="oral presentation"),
        pytest.param("Best paper!", ("best-paper",), id="best paper"),
        pytest.param("Best Paper Award", ("best-paper",), id="award"),
        pytest.param("Best Paper Award Candidate", (), id="a candidate has not won"),
        pytest.param("Best Paper Honorable Mention", (), id="an honourable mention has not won"),
        pytest.param("AutoML workshop", ("workshop",), id="workshop"),
        pytest.param("Moral questions", (), id="a part of a word"),
        pytest.param("an oral history of how the field began", (), id="prose"),
    ],
)
def test_flags_of_remarks(remark: str, flags: tuple[str, ...]) -> None:
    assert labels.flags_of(remark) == flags


@given(st.text(max_size=80))
def test_any_text_can_be_asked(text: str) -> None:
    for sure in (False, True):
        label = labels.parse(text, known, sure=sure)
        assert label is None or label.year is None or 1900 <= label.year < 2100
