"""Fields of an entry become a Work."""

import pytest

from bibkit.formats import from_bib
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.work import Work

WORKS = [
    pytest.param("article", {"title": "A", "journal": "J. Mach. Learn. Res.", "volume": "3", "number": "2"},
                 Work("article", "A", container="J. Mach. Learn. Res.", volume="3", number="2"),
                 id="an article keeps journal, volume and number"),
    pytest.param("Conference", {"title": "{BERT}: a {\\'E}tude", "booktitle": "Proc. A \\& B"},
                 Work("inproceedings", "BERT: a Étude", container="Proc. A & B"),
                 id="an alias of the type is resolved and LaTeX decoded"),
    pytest.param("article", {"title": "A", "journaltitle": "J", "date": "2020-03-05", "location": "Rome"},
                 Work("article", "A", date="2020-03", container="J"), id="biblatex's names are read"),
    pytest.param("thesis", {"title": "T", "type": "mathesis", "institution": "MIT"},
                 Work("mastersthesis", "T", institution="MIT"), id="biblatex's thesis says which"),
    pytest.param("phdthesis", {"title": "T", "school": "ETH"}, Work("phdthesis", "T", institution="ETH"),
                 id="a school is an institution"),
    pytest.param("online", {"title": "Main", "subtitle": "Sub"}, Work("misc", "Main: Sub"),
                 id="a subtitle stands behind a colon"),
    pytest.param("article", {"title": "A", "journal": "CoRR", "volume": "abs/1706.03762", "year": "2017"},
                 Work("misc", "A", date="2017", identifiers=(Identifier("arxiv", "1706.03762"),)),
                 id="a CoRR volume is an arXiv number"),
    pytest.param("article", {"title": "A", "journal": "arXiv preprint arXiv:1412.6980"},
                 Work("misc", "A", identifiers=(Identifier("arxiv", "1412.6980"),)),
                 id="arXiv is no journal"),
    pytest.param("misc", {"title": "A", "eprint": "arXiv:1412.6980v9", "archiveprefix": "arXiv"},
                 Work("misc", "A", identifiers=(Identifier("arxiv", "1412.6980"),)),
                 id="an eprint loses prefix and version"),
    pytest.param("misc", {"title": "A", "doi": "https://doi.org/10.1007/978-3-030-58452-8\\_13"},
                 Work("misc", "A", identifiers=(Identifier("doi", "10.1007/978-3-030-58452-8_13"),)),
                 id="a DOI loses its resolver and its escapes"),
    pytest.param("misc", {"title": "A", "url": "\\url{https://x.org/a\\_b}"}, Work("misc", "A", url="https://x.org/a_b"),
                 id="a link loses its command and its escapes"),
    pytest.param("misc", {"title": "A", "howpublished": "\\url{https://x.org/a_b}"},
                 Work("misc", "A", url="https://x.org/a_b"), id="howpublished that is only a link is the link"),
    pytest.param("misc", {"title": "A", "note": "Code: \\url{https://x.org/a_b}"},
                 Work("misc", "A", note="Code: https://x.org/a_b"), id="a link within a note is bare"),
    pytest.param("article", {"title": "A", "pages": "pp. 12--34", "month": "jul", "year": "2001"},
                 Work("article", "A", date="2001-07", pages="12-34"), id="pages have one hyphen, dates are ISO"),
    pytest.param("misc", {"title": "A", "year": "to appear"}, Work("misc", "A", note="to appear"),
                 id="a year that is none is kept as a note"),
    pytest.param("inproceedings", {"title": "A", "organization": "PMLR"}, Work("inproceedings", "A", publisher="PMLR"),
                 id="a search engine's organization is the publisher"),
    pytest.param("inproceedings", {"title": "A", "organization": "ACM SIGKDD", "publisher": "ACM"},
                 Work("inproceedings", "A", publisher="ACM"), id="unless there is one"),
    pytest.param("book", {"title": "A", "isbn": "978-0-262-03561-3"},
                 Work("book", "A", identifiers=(Identifier("isbn", "9780262035613"),)), id="an ISBN has no hyphens"),
]  # fmt: skip


@pytest.mark.parametrize(("entry_type", "fields", "expected"), WORKS)
def test_work(entry_type: str, fields: dict[str, str], expected: Work) -> None:
    assert from_bib.work(entry_type, fields) == expected


PEOPLE = [
    pytest.param("M{\\\"u}ller, J. and van der Maaten, Laurens",
                 (Creator("Müller", "J."), Creator("Maaten", "Laurens", "van der")), False, id="parts"),
    pytest.param("{Google Research} and others", (Creator(literal="Google Research"),), True, id="cut"),
    pytest.param("Jane Doe and et al.", (Creator("Doe", "Jane"),), True, id="et al. is nobody"),
    pytest.param("John W. Fisher III", (Creator("Fisher", "John W.", suffix="III"),), False, id="III is no last name"),
    pytest.param("King, Jr., Martin Luther", (Creator("King", "Martin Luther", suffix="Jr."),), False, id="a jr"),
    pytest.param("", (), False, id="nobody"),
]  # fmt: skip


@pytest.mark.parametrize(("field", "people", "cut"), PEOPLE)
def test_creators(field: str, people: tuple[Creator, ...], cut: bool) -> None:
    assert from_bib.creators(field) == (people, cut)
