"""Whether two lists of authors agree, in all the ways in which lists write names."""

import pytest

from bibkit.resolve import authors
from tests.resolve.made import AUTHORS, OTHERS, people


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param("Ada Lovelace", "Lovelace, Ada", True, id="one name"),
        pytest.param("A. Lovelace", "Ada Lovelace", True, id="initials"),
        pytest.param("A. B. Lovelace", "Ada Lovelace", True, id="a middle initial more"),
        pytest.param("H. Brendan McMahan", "Brendan McMahan", True, id="known by the middle name"),
        pytest.param("Lovelace", "Ada Lovelace", True, id="no given name"),
        pytest.param("Jose Munoz", "José Muñoz", True, id="accents lost"),
        pytest.param("Jee-Sok Lee", "JeeSok Lee", True, id="hyphens"),
        pytest.param("Yamamoto Ryuichi", "Ryuichi Yamamoto", True, id="family name first"),
        pytest.param("Kim Jae-Min", "Jae-Min Kim", True, id="family name first, with a hyphen"),
        pytest.param("Maria Garcia Lopez", "Garcia Lopez, Maria", True, id="a compound family name cut elsewhere"),
        pytest.param("Brandon Reagen", "Brandon Reagan", True, id="a family name misspelt"),
        pytest.param("{OpenAI}", "OpenAI", True, id="an organisation"),
        pytest.param("Tsuhan Chen,", "Tsuhan Chen", True, id="the whole name as family name"),
        pytest.param("Wei Wang", "Lei Wang", False, id="initials contradict"),
        pytest.param("Xin Wang", "Xin Tang", False, id="short family names one letter apart"),
        pytest.param("Wei Li", "Li Zhang", False, id="one's family name is another's given name"),
        pytest.param("Ada Lovelace", "Alan Turing", False, id="two people"),
    ],
)
def test_same_person(a: str, b: str, same: bool) -> None:
    (one,), (two,) = people(a), people(b)
    assert (authors.same_person(one, two), authors.same_person(two, one)) == (same, same)


@pytest.mark.parametrize(
    ("given", "known", "kind"),
    [
        pytest.param(AUTHORS, AUTHORS, "ok", id="all agree"),
        pytest.param(AUTHORS[:1], AUTHORS, "ok", id="the first alone"),
        pytest.param((AUTHORS[0], AUTHORS[3]), AUTHORS, "ok", id="the middle was dropped"),
        pytest.param(AUTHORS[1:3], AUTHORS, "part", id="half agree, but not the first"),
        pytest.param((*OTHERS, AUTHORS[0]), AUTHORS, "weak", id="one in four"),
        pytest.param((OTHERS[0], AUTHORS[0]), AUTHORS, "weak", id="one in two is chance, if not the first"),
        pytest.param(OTHERS, AUTHORS, "conflict", id="nobody"),
        pytest.param((), AUTHORS, "na", id="no author given"),
        pytest.param(AUTHORS, (), "na", id="no author known"),
    ],
)
def test_agreement(given: tuple[str, ...], known: tuple[str, ...], kind: str) -> None:
    assert authors.compare(people(*given), people(*known)).kind == kind


def test_a_list_given_twice_counts_once() -> None:
    agreement = authors.compare(people(*AUTHORS), people(*AUTHORS, *AUTHORS))
    assert (agreement.known, agreement.whole) == (4, 1)


def test_common_names_do_not_agree_by_chance() -> None:
    ours = people("Wei Wang", "Yang Li", "Jun Zhang", "Xin Liu")
    theirs = people("Hao Wang", "Qing Li", "Bo Zhang", "Min Liu")
    assert authors.compare(ours, theirs).kind == "conflict"
