"""The fields of one row of records, read as they are met: from DBLP, Crossref, OpenAlex, scraped tables, lists."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bibkit.formats import people
from bibkit.formats.published import NOT_THE_WORK, TYPES, Published
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.record import Grade
from bibkit.text import clean, latex, months

Texts = Mapping[str, str]  #: the fields of a row, each on one line; those without a value left out

#: fields of a row that are no short texts: the first three are read by themselves, a raw record is not ours to keep
LONG = frozenset({"id", "title", "authors", "raw", "abstract"})

#: kind of a row -> kind of a Record; those that a row is not asked about further
KINDS = {
    "preprint": "preprint", "rejected-submission": "rejected", "rejected": "rejected", "aggregator": "aggregator",
    "curated-list": "list", "list": "list",
}  # fmt: skip
#: the best grade that a kind can have: see `Record.grade`
GRADES: dict[str, Grade] = {"preprint": "B", "rejected": "B", "aggregator": "C", "list": "C"}
#: BibTeX's types that rows may have as they are
BIBTEX_TYPES = frozenset({
    "article", "inproceedings", "incollection", "inbook", "book", "proceedings", "phdthesis", "mastersthesis",
    "techreport", "misc", "unpublished",
})  # fmt: skip
#: hosts whose addresses lead to a page about the work that the identifier leads to as well
INDEX_HOSTS = ("doi.org/", "dblp.org/", "dblp.uni-trier.de/", "openalex.org/", "semanticscholar.org/", "arxiv.org/")
#: statuses of a submission that was not taken
REFUSED = frozenset({"reject", "rejected", "withdraw", "withdrawn", "desk reject", "desk rejected"})

ARXIV_ID = re.compile(r"(?:abs/|arxiv[:\s]+(?:abs/)?)(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})", re.IGNORECASE)
_ARXIV = re.compile(r"^\W*(?:corr\b|arxiv|computing research repository)", re.IGNORECASE)
_VOLUME_ISSUE = re.compile(r"^(\d+) (\d+)$")  # as Semantic Scholar glues them
_MARKUP = re.compile(r"[\\{}]|\$.+\$")
_OTHERS = re.compile(r"(?:^|[\s,]+)(?:et\.? al\.?|(?:and )?others)\W*$", re.IGNORECASE)
_GLUED = {
    "\\n ": " ", "\\textquotedblleft": "“", "\\textquotedblright": "”", "\\textquoteright": "’",
    "\\textquoteleft": "‘", "\\textbackslash": "\\",
}  # fmt: skip
DBLP_KEY = re.compile(r"^DBLP:", re.IGNORECASE)


def kind_of(row: Texts, type_: str, identifiers: Sequence[Identifier]) -> str:
    """Return the kind that the row itself says, or '' where its place decides."""
    if row.get("status", "").lower() in REFUSED:
        return "rejected"
    kind = KINDS.get(row.get("kind", ""), "")
    if kind or type_ in NOT_THE_WORK or "workshop" in row.get("status", "").lower():
        return kind or ("other" if type_ in NOT_THE_WORK else "workshop")
    places = [text for name in ("booktitle", "journal", "venue_text", "venue") if (text := row.get(name, ""))]
    only_arxiv = any(one.scheme == "arxiv" for one in identifiers) and all(map(_ARXIV.match, places))
    return "preprint" if only_arxiv and type_ not in ("book", "phdthesis") else ""


def grade_of(text: str, kind: str) -> Grade:
    """Return the grade in the model's terms: `A-`, a scraped table of a venue, is no publisher's word."""
    own: Grade = "A" if text == "A" else "C" if text == "C" else "B"
    return max(own, GRADES.get(kind, "A"))


def bibtex_type(type_: str, place: Published, key: str) -> str:
    if type_ in NOT_THE_WORK:
        return "misc"
    if type_ == "Books and Theses" and "/phd/" in key.replace(":", "/"):
        return "phdthesis"
    type_ = TYPES.get(type_) or (type_ if type_ in BIBTEX_TYPES else "")
    if type_ in ("article", "") and not place.container:
        return "misc"
    return type_ or ("inproceedings" if place.is_meeting else "article")


def date_of(row: Texts) -> str:
    year = row.get("year", "")
    if not re.fullmatch(r"1[4-9]\d\d|20\d\d", year):
        return ""
    month = months.number_in(row.get("month", "")) if row.get("month") else None
    return f"{year}-{month:02d}" if month else year


def volume_of(row: Texts) -> tuple[str, str]:
    """Return volume and number; arXiv's `abs/...` is no volume, and Semantic Scholar writes `44 1`."""
    volume, number = row.get("volume", ""), row.get("number", "")
    if volume.startswith("abs/"):
        return "", ""
    glued = _VOLUME_ISSUE.match(volume)
    return (glued[1], glued[2]) if glued and not number else (volume, number)


def authors_of(rows: Any) -> tuple[tuple[Creator, ...], bool]:
    """Return the authors, and whether the list says itself that it is cut."""
    whole = [_without_others(row) for row in rows or ()]
    return people.once(creator for row, _ in whole for creator in _person(row)), any(cut for _, cut in whole)


def _without_others(row: Any) -> tuple[Any, bool]:
    """Return a name without the `et al.` or `others` that stands in it or in its place, and whether it did."""
    if isinstance(row, str):
        return _OTHERS.subn("", row)[0], bool(_OTHERS.search(row))
    cut = any(_OTHERS.search(str(value)) for value in row.values())
    return ({name: _OTHERS.sub("", str(value or "")) for name, value in row.items()} if cut else row), cut


def _person(row: Any) -> tuple[Creator, ...]:
    if isinstance(row, str):
        return people.display(row)
    if row.get("name") and not row.get("family"):
        return people.organisation(str(row["name"]))
    return people.person(*(str(row.get(part) or "") for part in ("family", "given", "suffix")))


def without_homonym(creator: Creator) -> tuple[Creator, ...]:
    if creator.literal or not re.search(r"\d", creator.family + creator.given):
        return (creator,)
    cleaned = people.person(creator.family, creator.given, creator.suffix)
    return tuple(replace(one, particle=creator.particle or one.particle) for one in cleaned)


def title_of(text: str) -> str:
    """Return a title in Unicode; a macro that lost its braces is glued to the next word, so a decoder misses it."""
    if "\\" in text:
        for macro, letter in _GLUED.items():
            text = text.replace(macro, letter)
    return clean.title(latex.to_unicode(text) if _MARKUP.search(text) else text)


def url_of(url: str) -> str:
    return "" if any(host in url for host in INDEX_HOSTS) else url
