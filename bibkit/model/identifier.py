"""An identifier: a scheme and a value in normal form."""

import re
from dataclasses import dataclass

from bibkit.model import forms
from bibkit.model.forms import Form, either, shaped, yearly
from bibkit.text.trim import LONGEST, regex, unbalanced_off

_HASH = r"[0-9a-f]{32}"

#: scheme -> the normal form of its values; a year is that of the first volume online
FORMS: dict[str, Form] = {
    "doi": forms.doi,
    "arxiv": forms.arxiv,
    "isbn": forms.isbn,
    "isbn10": forms.isbn10,
    "pii": forms.pii,
    "acl": forms.acl,
    "cvf": forms.cvf,
    "openreview": shaped(r"([\w-]{8,40})", "the id of an OpenReview forum"),
    "pmlr": shaped(r"([vr][1-9]\d*/[\w-]+?)(?:-supp)?", "a PMLR paper"),
    "neurips": either(yearly(_HASH, "a NeurIPS paper", 1987), shaped(r"(\d+-[\w-]+)", "a NeurIPS paper")),
    "mlsys": either(yearly(_HASH, "an MLSys paper", 2018), shaped(r"(book/\d+)", "an MLSys paper")),
    "iclr": yearly(_HASH, "an ICLR paper", 2013),
    "ieee": shaped(r"0*([1-9]\d{2,9})", "an IEEE Xplore number"),
    "ijcai": yearly(r"[1-9]\d*", "an IJCAI paper", 1969),
    "aaai": shaped(r"([1-9]\d{0,6}|papers/\d+-[\w-]+|Papers/[\w./-]+)", "an AAAI paper"),
    "jmlr": shaped(r"(v[1-9]\d*/[\w-]+)", "a JMLR paper", case=str.lower),
    "usenix": shaped(r"([a-z]+\d\d/[\w-]+)", "a USENIX paper", case=str.lower),
    "isca": shaped(r"(\w+_\d{4}/\w+)", "an ISCA paper", case=str.lower),
    "s2": either(
        shaped(r"([0-9a-f]{40})", "a Semantic Scholar paper", case=str.lower),
        shaped(r"(?:corpusid:)?0*([1-9]\d{0,9})", "a Semantic Scholar paper", "CorpusID:{0}"),
    ),
    "hal": shaped(r"([a-z]+(?:[-_][a-z]+)*[-_]\d{6,8})(?:v\d+)?", "a HAL document", case=str.lower),
    "zenodo": shaped(r"0*([1-9]\d*)", "a Zenodo record"),
    "ssrn": shaped(r"0*([1-9]\d*)", "an SSRN abstract"),
    "github": shaped(r"([a-z\d-]+/[\w.-]*?[\w-])(?:\.git)?\.*", "a GitHub repository", case=str.lower),
    "pmid": shaped(r"(?:pmid:?\s*)?0*([1-9]\d{0,7})", "a PubMed number"),
    "pmcid": shaped(r"(?:pmc\s*)?0*([1-9]\d{0,8})(?:\.\d+)?", "a PubMed Central number", "PMC{0}"),
    "dblp": shaped(r"([a-z]+/[\w-]+/[\w/-]+?)(?:\.html|\.bib|\.xml)?", "a DBLP key"),
    "openalex": shaped(r"(W\d+)", "an OpenAlex work", case=str.upper),
}
_LABELS = {scheme: scheme for scheme in FORMS} | {
    "isbn-10": "isbn",
    "isbn-13": "isbn",
    "isbn13": "isbn",
    "corpusid": "s2",
    "pmc": "pmcid",
    "pubmed": "pmid",
}
_OPENERS = "([{<\"'“‘`*"
#: (scheme, how a value without a label begins)
_BARE = (
    ("doi", r"10\.\d+.*(?:/|%2F)|10\.1\.1\.\d|10/\w|(?:https?://)?(?:www\.)?(?:dx\.)?doi\.org/|(?:info:|urn:)?doi\b"),
    ("arxiv", r"\d{4}\.\d{3,6}(?!\d)|(?:https?://)?arxiv\b|[a-z-]{2,8}(?:\.[a-z]{2})?/\d{7}(?!\d)|abs/"),
    ("pmcid", r"pmc\s*\d"),
    ("pmid", r"pmid\b"),
    ("isbn", r"97[89][\d\s‐‑–-]{10,14}$|isbn\b"),
    ("acl", r"[A-Z]\d\d-\d{4}(?!\d)|\d{4}\.[a-z\d_]+-[a-z\d_]+\.\d"),
)
#: the ways in which a scheme numbers its works, where it has several that can't be converted without asking it
_WAYS = {
    "neurips": (r"(?!2014)\d{4}[^/]*/", r"\d+-[a-z]"),  # papers of 2014 have two hashes each
    "mlsys": (r"\d{4}/", "book/"),
    "aaai": (
        r"(?:1[89]\d{3}|[2-9]\d{4}|\d{6,})$",
        "papers/",
        "Papers/",
    ),  # below 18000 two systems used the same numbers
    "isca": (r"\w+/\d+$", r"\w+/[a-z]\d\d_\d", r"\w+/[a-z]+\d\d[a-z]*_[a-z]"),
    "s2": ("CorpusID:", "[^C]"),
}


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """A scheme (`doi`, `arxiv`, `acl` ...) and a value in that scheme's normal form."""

    scheme: str
    value: str

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"


def normal(scheme: str, text: str) -> str:
    """Return `text` in the normal form of `scheme`.

    Raises ValueError, with a sentence that says what is wrong, if it can't be one or the scheme is unknown.
    """
    if scheme not in FORMS:
        raise ValueError(f"{scheme} is not a scheme of identifiers (known: {', '.join(FORMS)})")
    return FORMS[scheme](text)


def make(scheme: str, text: str) -> Identifier:
    """Return the identifier of `scheme` that `text` is; DOIs of arXiv become arXiv ids. Raises as `normal`."""
    value = normal(scheme, text)
    if scheme == "doi" and value.startswith("10.48550/arxiv."):
        return Identifier("arxiv", forms.arxiv(value.removeprefix("10.48550/arxiv.")))
    return Identifier(scheme, value)


def read(text: str) -> Identifier | None:
    """Return the identifier that the whole of `text` is, or None if it does not look like one.

    With a label (`doi:10.1145/3530811`, `arXiv:1706.03762v5`, `PMID: 123`, any `scheme:value`) or bare (DOI, arXiv,
    PMC, ISBN-13, ACL Anthology). Raises ValueError, with a sentence, for what looks like one but is malformed.
    """
    text = unbalanced_off(text[:LONGEST].strip().lstrip(_OPENERS))
    label, colon, value = text.partition(":")
    scheme = _LABELS.get(label.strip().lower()) if colon else None
    if scheme:
        return make(scheme, value)
    for scheme, shape in _BARE:
        if regex(shape).match(text):
            return make(scheme, text)
    return None


def parse(text: str) -> Identifier | None:
    """Return the identifier that the whole of `text` is, in normal form, or None if it is none or malformed."""
    try:
        return read(text)
    except ValueError:
        return None


def comparable(one: Identifier, other: Identifier) -> bool:
    """Return whether the two number works in the same way, so that different values mean different records.

    False for two schemes, and for the two ways of NeurIPS (`5784-learning-both-weights`, `2015/<hash>`) and its like.
    """
    if one.scheme != other.scheme:
        return False
    ways = _WAYS.get(one.scheme, ("",))
    return any(re.match(way, one.value) and re.match(way, other.value) for way in ways)
