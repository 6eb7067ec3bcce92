"""The title grammars. A new convention is one line in `GRAMMARS` and its examples here."""

import re
from typing import Any

import pytest

from bibkit.importers import inline, parsing, reading
from bibkit.importers.grammars import GRAMMARS
from bibkit.importers.markdown import Markdown
from bibkit.model.reference import Reference
from tests.importers.conftest import One

HE = ("Ann Bee", "Carl Dee")
U = "https://arxiv.org/abs/1512.03385"

#: pattern -> (an item as lists write it, what must be read)
EXAMPLES: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "LABEL-[TITLE] …": [
        (f"2019-ICLR-[A Small Title]({U})", {"year": 2019, "venue_raw": "ICLR"}),
        (f"2018.8-[A Small Title]({U})", {"year": 2018, "month": 8, "venue_raw": ""}),
        (f"2019.03-[A Small Title]({U})", {"year": 2019, "month": 3}),
        (f"1996-[A Small Title]({U}) (a remark)", {"year": 1996, "note": "(a remark)"}),
        (f"2017-Proceedings of the IEEE-[A Small Title]({U})", {"venue_raw": "Proceedings of the IEEE"}),
        (f"2017-CVPR-SmallNet-[A Small Title]({U})", {"venue_raw": "CVPR", "note": "SmallNet"}),
        (f"2017.07-SMN-[A Small Title]({U})", {"year": 2017, "month": 7, "venue_raw": "SMN"}),
        (f"2018-NIPSw-[A Small Title]({U})", {"venue_raw": "NIPSw"}),
        ("2020-AAAI-[A Small Title]()", {"url": "", "problems": ("the title's link has no address",)}),
    ],
    "{LABEL} {LABEL} {TITLE} …": [
        (f"[2020] [ICML] [A Small Title]({U})", {"year": 2020, "venue_raw": "ICML"}),
        (f"`ICML` `2020` **A Small Title** [[paper]({U})]", {"year": 2020, "venue_raw": "ICML"}),
    ],
    "{LABEL} {TITLE} …": [
        (f"(*CVPR 2020*) [A Small Title]({U})", {"year": 2020, "venue_raw": "CVPR"}),
        (f"[2023/05] **A Small Title** | [paper]({U})", {"year": 2023, "month": 5}),
        (f"**`CVPR 2016`** [A Small Title]({U})", {"year": 2016, "venue_raw": "CVPR"}),
        (f"[CVPR'16 (Oral)] [A Small Title]({U})", {"year": 2016, "venue_raw": "CVPR", "flags": ("oral",)}),
        (
            f"![](https://img.shields.io/badge/Conference-ICML'23-blue) **A Small Title** [[Paper]]({U})",
            {"year": 2023, "venue_raw": "ICML"},
        ),
    ],
    "{LABEL} ~ TITLE ~ LINKS": [
        (f"`[ICML 2023]` A Small Title [[pdf]]({U})", {"year": 2023, "venue_raw": "ICML"}),
        (f"[arXiv 2023.05] A Small Title. [[pdf]]({U})", {"year": 2023, "month": 5, "venue_raw": "arXiv"}),
        (f"**[May 2023]** A Small Title [[pdf]]({U})", {"year": 2023, "month": 5, "venue_raw": ""}),
        (f"**CVPR 2016**, A Small Title [[pdf]]({U})", {"year": 2016, "venue_raw": "CVPR"}),
    ],
    "LABEL ~ [TITLE] …": [
        (f"CVPR 2020: [A Small Title]({U})", {"year": 2020, "venue_raw": "CVPR"}),
        (f"2020 CVPR [A Small Title]({U})", {"year": 2020, "venue_raw": "CVPR"}),
        (f"2016-05-12 | [A Small Title]({U}) | CVPR", {"year": 2016, "month": 5, "venue_raw": "CVPR"}),
    ],
    "DATED ~ {TITLE} …": [
        (f"CVPR 2020: **A Small Title** [[pdf]]({U})", {"year": 2020, "venue_raw": "CVPR"}),
    ],
    "{TITLE} ~ {LABEL} …": [
        (f"[A Small Title]({U}) (ICLR 2021)", {"year": 2021, "venue_raw": "ICLR"}),
        (f"[A Small Title]({U}) `ICLR 2021 Spotlight`", {"year": 2021, "venue_raw": "ICLR", "flags": ("spotlight",)}),
        (f"[A Small Title]({U}) **ICML** (2020)", {"year": 2020, "venue_raw": "ICML"}),
        (f"[A Small Title]({U}) ![](https://img.shields.io/badge/CVPR-2016-blue)", {"year": 2016, "venue_raw": "CVPR"}),
        (f"**[A Small Title]({U})** *(Some New Journal, 2021)*", {"year": 2021, "venue_raw": "Some New Journal"}),
    ],
    "{TITLE} ~ *AUTHORS* ~ LABEL ~ LINKS": [
        (
            f"**A Small Title** *Ann Bee, Carl Dee*, CVPR 2016. [[paper]]({U}) [[code]](https://github.com/a/b)",
            {"year": 2016, "venue_raw": "CVPR", "authors": HE},
        ),
    ],
    "{TITLE} ~ AUTHORS ~ {DATED} …": [
        (f"[A Small Title]({U}) - Ann Bee, Carl Dee (CVPR 2016)", {"year": 2016, "venue_raw": "CVPR", "authors": HE}),
        (
            f"[**A Small Title**]({U}) <br> Ann Bee, Carl Dee <br> *CVPR 2016*",
            {"year": 2016, "venue_raw": "CVPR", "authors": HE},
        ),
    ],
    "{TITLE} ~ *AUTHORS* …": [
        (f"[A Small Title]({U}) *Ann Bee, Carl Dee* and a remark", {"authors": HE, "note": "and a remark"}),
    ],
    "{TITLE} ~ AUTHORS, DATED ~ LINKS": [
        (f"[A Small Title]({U}), Ann Bee, Carl Dee, CVPR, 2016", {"year": 2016, "venue_raw": "CVPR", "authors": HE}),
        (f"[A Small Title]({U}), Bee et al., CVPR 2016.", {"year": 2016, "venue_raw": "CVPR", "authors": ("Bee",)}),
        (
            f"**A Small Title.** Ann Bee, Carl Dee. CVPR 2016. [[PDF]({U})]",
            {"year": 2016, "venue_raw": "CVPR", "authors": HE},
        ),
    ],
    "{TITLE} ~ AUTHORS ~ LINKS": [
        (f'"A Small Title", Ann Bee, Carl Dee. [[pdf]({U})]', {"authors": HE, "note": ""}),
    ],
    'AUTHORS ~ "TITLE" …': [
        (f'Ann Bee, Carl Dee. "A Small Title." CVPR 2016. [pdf]({U})', {"year": 2016, "venue_raw": "CVPR"}),
        (f"[1] Ann Bee, Carl Dee, “A Small Title,” CVPR, 2016. [pdf]({U})", {"year": 2016, "authors": HE}),
    ],
    "{TITLE} …": [
        (f"[A Small Title]({U})", {"year": None, "venue_raw": "", "note": ""}),
        (f"[*A* `Small` **Title**]({U}) (in Chinese)", {"note": "(in Chinese)"}),
        (f"<a href='{U}'>A Small Title</a>", {}),
        (f":fire: 🔥 [A Small Title]({U})", {}),
        (f"[A Small Title (Section 5.3)]({U})", {"note": "(Section 5.3)"}),
        (f"[A Small Title (CVPR 2016)]({U})", {"year": 2016, "venue_raw": "CVPR"}),
    ],
    "TITLE ~ {DATED} …": [
        (f"A Small Title. *[NeurIPS'20]* [[Paper]]({U})", {"year": 2020, "venue_raw": "NeurIPS"}),
        (f"A Small Title. *[NeurIPS ‘20]* [[Paper]]({U})", {"year": 2020, "venue_raw": "NeurIPS"}),
        (f"A Small Title. *[NeurIPS’20']* [[Paper]]({U})", {"year": 2020, "venue_raw": "NeurIPS"}),
        (
            f"A Small Title. *[NeurIPS'2]* [[Paper]]({U})",
            {
                "year": None,
                "venue_raw": "NeurIPS",
                "problems": ("the label's year '2 is broken: two or four digits are expected",),
            },
        ),
        (f"A Small Title,  <ins>ACL SRW, 2023</ins> [[Paper]({U})]", {"year": 2023, "venue_raw": "ACL SRW"}),
        (f"A Small Title <ins>ICML, 2019 </ins>, [[Paper]({U})]", {"year": 2019, "venue_raw": "ICML"}),
        (f"A Small (SMT) Title (CVPR 2016) [[Paper]({U})]", {"title": "A Small (SMT) Title", "year": 2016}),
        (f"A Small Title?. *[A New Venue'21]* [[Paper]]({U})", {"title": "A Small Title?", "venue_raw": "A New Venue"}),
    ],
    "TITLE ~ {LABEL} ~ LINKS": [
        (f"A Small Title (ICML) [[Paper]({U})]", {"year": None, "venue_raw": "ICML"}),
    ],
    "TITLE ~ *AUTHORS* ~ LABEL ~ LINKS": [
        (f"A Small Title, *Ann Bee, Carl Dee*, CVPR 2016 [[Paper]({U})]", {"year": 2016, "authors": HE}),
    ],
    "TITLE ~ *AUTHORS* ~ LINKS": [
        (f"A Small Title, *Ann Bee, Carl Dee* [[Paper]({U})]", {"authors": HE}),
    ],
    "TITLE. AUTHORS. DATED ~ LINKS": [
        (f"A Small Title. Ann Bee, Carl Dee. CVPR 2016. [pdf]({U})", {"year": 2016, "authors": HE}),
    ],
    "TITLE - AUTHORS - DATED ~ LINKS": [
        (f"A Small Title - Ann Bee, Carl Dee - CVPR 2016 - [pdf]({U})", {"year": 2016, "authors": HE}),
    ],
    "TITLE, DATED ~ LINKS": [
        ("A Small Title, 2023.", {"year": 2023, "url": ""}),
        (f"A Small Title. In CVPR, 2016. [pdf]({U})", {"year": 2016, "venue_raw": "CVPR"}),
        (f"A Small Title, _CVPR_ 2016, [[pdf]({U})]", {"year": 2016, "venue_raw": "CVPR"}),
        (
            "A Small Title, arXiv:1512.03385",
            {"venue_raw": "arXiv", "year": None, "note": "arXiv:1512.03385", "url": ""},
        ),
    ],
    "TITLE, YEAR ~ LINKS": [
        (
            f"A Small Title, with a Clause, 2016 [pdf]({U})",
            {"year": 2016, "title": "A Small Title, with a Clause"},
        ),
    ],
    "TITLE: URL": [
        (f"A Small Title: {U}", {}),
        (f"A Small Title: <{U}>", {}),
    ],
    "NAME: [TITLE] …": [
        (f"Some Makers: [A Small Title]({U})", {"note": "Some Makers"}),
    ],
    "TITLE ~ LINKS": [
        (f"A Small Title. [[URL]]({U})", {}),
        (f"Title: A Small Title ([paper]({U}))", {}),
        (
            "A Series (of Workshops): [1st-2018-NIPSw](https://x.org/1), [2nd-2019-ICMLw](https://x.org/2)",
            {"title": "A Series (of Workshops)", "url": ""},
        ),
    ],
    "PROSE [TITLE] …": [
        (f"[Survey] [A Small Title]({U})", {"note": "[Survey]"}),
        (
            f"We keep them in [A Small Title]({U}). Have a look!",
            {"note": "We keep them in A Small Title. Have a look!"},
        ),
    ],
    "FIRST ~ TITLE": [
        (f"[[Paper]({U})] [[Code](https://github.com/a/b)] A Small Title (CVPR'16)", {"year": 2016}),
        (f"📄 [Paper]({U}) 💻 [Code](https://github.com/a/b) A Small Title", {}),
    ],
}


def test_every_grammar_has_an_example() -> None:
    assert list(EXAMPLES) == [grammar.pattern for grammar in GRAMMARS]


@pytest.mark.parametrize(
    ("pattern", "item", "expected"),
    [pytest.param(pattern, item, expected, id=item) for pattern, rows in EXAMPLES.items() for item, expected in rows],
)
def test_an_example_is_read_by_its_grammar(
    one: One, markdown: Markdown, pattern: str, item: str, expected: dict[str, Any]
) -> None:
    grammar = reading.read(inline.skeleton(item), markdown.known).grammar
    assert grammar is not None
    assert grammar.pattern == pattern
    reference = one(item)
    wanted = {"title": "A Small Title", "url": U} | expected
    assert {name: getattr(reference, name) for name in wanted} == wanted


@pytest.mark.parametrize(
    "item",
    [
        pytest.param("pruning (including structured and unstructured)", id="prose with a remark in brackets"),
        pytest.param(
            "We survey papers published after the year of 2020, since much has changed.", id="a year in prose"
        ),
        pytest.param("It was written in 1984. Nothing since then is like it.", id="a year at the end of a sentence"),
        pytest.param('The "small" Title', id="a quoted word"),
    ],
)
def test_prose_gets_neither_year_nor_venue(one: One, item: str) -> None:
    reference = one(item)
    assert (reference.year, reference.venue_raw, reference.authors) == (None, "", ())


@pytest.mark.parametrize(
    ("item", "title"),
    [
        pytest.param(
            f"A Title that ends in a question? *[ICML'20]* [[Paper]]({U})",
            "A Title that ends in a question?",
            id="its own question mark stays",
        ),
        pytest.param(
            f"Features Matter, but Weights Do Not!  <ins>AAAI, 2023</ins> [[Paper]({U})]",
            "Features Matter, but Weights Do Not!",
            id="its own exclamation mark stays",
        ),
        pytest.param(
            f'2016-KDD-["Why Trust?": Explaining a Title]({U})', '"Why Trust?": Explaining a Title', id="quotes stay"
        ),
        pytest.param(
            f"[Fast &amp; Small &#8211; a &lt;b&gt; Title]({U})",
            "Fast & Small – a <b> Title",
            id="entities are decoded",
        ),
        pytest.param(
            f"2019-CVPR-[A Title\n    that is wrapped\n    ]({U})",
            "A Title that is wrapped",
            id="wrapped lines are joined",
        ),
        pytest.param(
            f"GPT3.int8(): a Title, <ins>NIPS, 2022</ins> [[Paper]({U})]",
            "GPT3.int8(): a Title",
            id="empty brackets stay",
        ),
        pytest.param(
            f"LLM. int8 (): a Title. *[arXiv'22]* [[Paper]]({U})",
            "LLM. int8 (): a Title",
            id="a full stop within stays",
        ),
        pytest.param(
            f"A snake_case_title with a Title_too. *[arXiv'22]* [[Paper]]({U})",
            "A snake_case_title with a Title_too",
            id="underscores within words stay",
        ),
        pytest.param(f"2018-ECCV-[2018-ECCV-A Small Title]({U})", "A Small Title", id="a repeated label goes"),
        pytest.param(
            f"[Actions with Position Pred.]({U})",
            "Actions with Position Pred.",
            id="a link's label keeps its full stop",
        ),
        pytest.param(
            f"\\[Non-\\]Cooperative Titles, ICML 2016. [pdf]({U})",
            "[Non-]Cooperative Titles",
            id="brackets of the title stay",
        ),
        pytest.param(
            f"[ResNet] A Small Title, CVPR 2016. [pdf]({U})",
            "A Small Title",
            id="a nickname in brackets goes to the note",
        ),
        pytest.param(
            f"Bee et al. A Small Title for All. CVPR 2016. [pdf]({U})",
            "A Small Title for All",
            id="authors before it go",
        ),
    ],
)
def test_titles_are_as_written_without_their_surroundings(one: One, item: str, title: str) -> None:
    assert one(item).title == title


def test_a_text_longer_than_any_title_is_not_parsed(markdown: Markdown) -> None:
    assert parsing.parse("A Small Title " * 300, markdown.known) is None


def _kept(reference: Reference) -> str:
    return " ".join((reference.title, reference.note, reference.venue_raw, *reference.authors))


@pytest.mark.parametrize(
    "item", [item for rows in EXAMPLES.values() for item, _ in rows if "Section" not in item and "shields" not in item]
)
def test_no_word_of_an_item_is_lost(one: One, item: str) -> None:
    reference = one(item)
    kept = _kept(reference) + " ".join(link.label for link in reference.links) + str(reference.flags).title()
    words = set(re.findall(r"[A-Z][a-z]{3,}", inline.plain(inline.skeleton(item).text)))
    gone = {word for word in words if word not in kept}
    assert gone <= {"Paper", "Code", "Title", "May"}
