"""Normal forms: how the value of an identifier is written, scheme by scheme.

Each function takes a value as met (prefix, brackets, punctuation and all) and returns its normal form; it raises
ValueError with a sentence where the value can't be one of its scheme. All are idempotent.
"""

import re
from collections.abc import Callable
from urllib.parse import unquote

from bibkit.text.trim import CLOSERS, LONGEST, regex, shown, unbalanced_off, unescape

Form = Callable[[str], str]

#: A work dated later than this was mistyped: identifiers carry their year, and lists are written about what exists.
LAST_YEAR = 2035

_PLAIN_DOI = r"10\.\d{4,9}/[a-z0-9][a-z0-9._-]*[a-z0-9]"
_DOI = r"10\.\d{4,9}(?:\.\d+)*/\S+"
_DOI_PREFIX = r"\A(?:(?:https?:)?/*(?:www\.)?(?:dx\.)?doi\.org[/:]|(?:info:|urn:)?doi\s*[:=/]?\s*)"
#: What publishers put behind a DOI: the form in which they show the work.
_DOI_TAILS = (
    *(".pdf", "/pdf", "/epdf", "/fullpdf", "/full", ".full", "/full/html", "/fulltext.html", "/fulltext", "/full/xml"),
    *("/abstract", ".abstract", "/html", ".html", "/xml", ".xml", "/meta", "/summary", "/references", "/figures"),
    *("/citations", "/export", "/download", ".md", ".epub"),
)
#: Where a DOI ends in what surrounds it: a parameter, a session, a supplement, a file's end, markup, a quote, a blank.
_DOI_END = r'[?&][\w.]+=|;jsessionid|/suppl_file|\.pdf(?![\w/.-])|\]\(|\]\]|(?u:\s)|[\x00-\x1f\x7f-\x9f"“”`{}|^%]'
_DOI_MARKS = ".,;:!?'’\"*…&="
#: The serial numbers of the nineties hold angle brackets, everything else that does is markup.
_SICI = r"<[^<>\s]*>\d\.\d\.(?:co|tx|ds);2"
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–−", "-") | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", ""))
_PLACEHOLDER = "10.5555/"


def doi(text: str) -> str:
    """Return the DOI in lower case, without resolver, label, escapes, what publishers append, and punctuation.

    Raises ValueError for a short DOI, an unclosed bracket (the address was cut) and ACM's placeholder prefix 10.5555,
    which is registered nowhere.
    """
    value = text.lower()
    if not regex(_PLAIN_DOI).fullmatch(value) or value.endswith(_DOI_TAILS):
        value = _trimmed_doi(text)
    if value.startswith(_PLACEHOLDER):
        raise ValueError(f"{value} is a placeholder of ACM's, not a registered DOI")
    if value.startswith("10.48550/arxiv."):
        return re.sub(r"(?:v\d+)+$", "", value)
    return value


def _trimmed_doi(text: str) -> str:
    value = text.strip()[:LONGEST]
    for _ in range(len(value) + 2):  # every round but two makes it shorter
        before = value
        value = unquote(unescape(value)).replace("{\\_}", "_").replace("\\", "").translate(_DASHES)
        value = regex(_DOI_PREFIX).sub("", value, count=1) if not value.startswith("10.") else value
        value = regex(_DOI_END).split(value, maxsplit=1)[0]
        value = value if regex(_SICI).search(value) else re.split("[<>]", value, maxsplit=1)[0]
        value = unbalanced_off(value, _DOI_MARKS).lower().rstrip("/")
        value = value.removesuffix(next((tail for tail in _DOI_TAILS if value.endswith(tail)), ""))
        if value == before:
            break
    if value.startswith("10/"):
        raise ValueError(f"{value} is a short DOI, which only doi.org can expand")
    if value.startswith("10.1.1."):
        raise ValueError(f"{value} is CiteSeerX's own number, not a DOI")
    if not regex(_DOI).fullmatch(value):
        raise ValueError(f"{value or shown(text)} is not a DOI")
    if any(value.count(opener) > value.count(closer) for closer, opener in CLOSERS.items()):
        raise ValueError(f"{value} was cut at a bracket, so it is not a whole DOI")
    return value


_NEW_ARXIV = r"(?P<yy>\d\d)(?P<mm>\d\d)\.(?P<number>\d{4,5})"
_ARXIV = (
    r"(?:https?://)?(?:arxiv\.org/(?:abs|pdf)/)?(?:arxiv[\s:]*(?:preprint[\s:]*)?){0,3}(?:abs/)?"
    rf"(?:{_NEW_ARXIV}|(?P<archive>[a-z-]+)(?:\.[a-z-]+)?/(?P<old>\d{{7}}))"
    r"(?:v\d+)?(?:\.pdf)?(?:\s*\[[\w.-]+\])?"
)
_LAST_MONTH = f"{LAST_YEAR % 100}12"
#: arXiv's archives before April 2007: <https://arxiv.org/archive>
_ARCHIVE_NAMES = """acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas
    cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin nucl-ex nucl-th patt-sol
    physics plasm-ph q-alg q-bio quant-ph solv-int supr-con"""
_ARCHIVES = frozenset(_ARCHIVE_NAMES.split())


def arxiv(text: str) -> str:
    """Return the arXiv id without its version: `1706.03762`, `math/0309136` (an old id without its subject class).

    The scheme is arXiv's own: YYMM.NNNN from April 2007, YYMM.NNNNN from January 2015, archive/YYMMNNN before.
    """
    found = regex(_NEW_ARXIV).fullmatch(text) or regex(_ARXIV).fullmatch(text.strip()[:LONGEST])
    if not found:
        raise ValueError(f"{shown(text)} is not an arXiv id")
    year, month, number = found.group("yy", "mm", "number")
    if number is None:
        return _old_arxiv(found["archive"].lower(), found["old"])
    day = year + month
    value = f"{day}.{number}"
    if not ("0704" <= day <= _LAST_MONTH and "01" <= month <= "12"):
        raise ValueError(f"{value} is not an arXiv id: {day} is not a year and month of one")
    if len(number) != (5 if day >= "1501" else 4):
        digits = "five digits from 2015 on" if day >= "1501" else "four digits until the end of 2014"
        raise ValueError(f"{value} is not an arXiv id: the number after the point has {digits}")
    if not int(number):
        raise ValueError(f"{value} is not an arXiv id: numbers count from 1")
    return value


def _old_arxiv(archive: str, number: str) -> str:
    if archive not in _ARCHIVES:
        raise ValueError(f"{archive}/{number} is not an arXiv id: there is no archive {archive}")
    years = number[:2] >= "91" or number[:4] <= "0703"
    if not (years and "01" <= number[2:4] <= "12" and int(number[4:])):
        raise ValueError(f"{archive}/{number} is not an arXiv id: {number[:4]} is not a year and month of an old one")
    return f"{archive}/{number}"


def isbn(text: str) -> str:
    """Return the ISBN with thirteen digits and no hyphens; an ISBN-10 is converted, check digits are tested."""
    digits = re.sub(r"[\s‐‑–-]", "", regex(r"\s*isbn(?:-?1[03])?\s*:?").sub("", text[:LONGEST], count=1)).upper()
    if regex(r"\d{9}[\dX]").fullmatch(digits):
        if _isbn10_check(digits[:9]) != digits[9]:
            raise ValueError(f"{digits} is not an ISBN: its check digit is wrong")
        return f"978{digits[:9]}{_isbn13_check('978' + digits[:9])}"
    if not regex(r"97[89]\d{10}").fullmatch(digits):
        raise ValueError(f"{shown(text)} is not an ISBN")
    if _isbn13_check(digits[:12]) != digits[12]:
        raise ValueError(f"{digits} is not an ISBN: its check digit is wrong")
    return digits


def isbn10(text: str) -> str:
    """Return the ISBN with ten digits; raises ValueError for one that begins with 979, which has none."""
    digits = isbn(text)
    if not digits.startswith("978"):
        raise ValueError(f"{digits} has no form with ten digits")
    return digits[3:12] + _isbn10_check(digits[3:12])


def _isbn10_check(nine: str) -> str:
    rest = -sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), nine, strict=True)) % 11
    return "X" if rest == 10 else str(rest)


def _isbn13_check(twelve: str) -> str:
    return str(-sum((3 if place % 2 else 1) * int(digit) for place, digit in enumerate(twelve)) % 10)


def pii(text: str) -> str:
    """Return Elsevier's item number without brackets and hyphens.

    S, ISSN, year, number, check sign; to 1995 without the S; B and ISBN for a chapter.
    """
    value = re.sub(r"[\s()\[\]-]", "", text[:LONGEST]).upper().removeprefix("PII").lstrip(":")
    if not regex(r"S\d{7}[\dX]\d{7}[\dX]|B(?:\d{9}[\dX]|\d{13})\d{5}[\dX]|\d{7}[\dX]\d{7}[\dA-Z]").fullmatch(value):
        raise ValueError(f"{shown(text)} is not an Elsevier item number")
    return value


def acl(text: str) -> str:
    """Return the ACL Anthology's id: `P19-1355`, or `2020.acl-main.246` since 2020."""
    value = regex(r"(?:\.pdf|\.bib|\.xml|v\d+|/)+$").sub("", text.strip()[:LONGEST])
    if regex(r"[a-z]\d\d-\d{4}").fullmatch(value):
        return value.upper()
    found = regex(r"(\d{4})\.[a-z\d_]+-[a-z\d_]+\.\d+").fullmatch(value)
    if not found or not 1950 <= int(found[1]) <= LAST_YEAR:
        raise ValueError(f"{shown(text)} is not an id of the ACL Anthology")
    return value.lower()


_CVF = (
    r"(?P<stem>[^\s/?#]+?)_(?:(?P<conf>[a-z]{4,5}W?)_(?P<year>\d{4})|(?P<year2>\d{4})_(?P<conf2>[a-z]{4,5}W?))"
    r"(?:_(?:paper|supplemental))?(?:\.html|\.pdf|\.php)?"
)


def cvf(text: str) -> str:
    """Return the stem of a CVF file, `Author_Title_Words_CONF_YEAR`: one order of conference and year, no `_paper`."""
    found = regex(_CVF).fullmatch(text.strip()[:LONGEST])
    year = found and (found["year"] or found["year2"])
    if not found or not year or not 2013 <= int(year) <= LAST_YEAR:
        raise ValueError(f"{shown(text)} is not a file name of CVF's open access")
    return f"{found['stem']}_{(found['conf'] or found['conf2']).upper()}_{year}"


def yearly(pattern: str, what: str, since: int) -> Form:
    """Return a form for `YYYY[...]/value` in lower case whose year lies between `since` and `LAST_YEAR`."""

    def form(text: str) -> str:
        found = regex(r"(\d{4})[\w-]*/" + pattern).fullmatch(text.strip())
        if not found or not since <= int(found[1]) <= LAST_YEAR:
            raise ValueError(f"{shown(text)} is not {what}")
        return found[0].lower()

    return form


def shaped(pattern: str, what: str, template: str = "{0}", case: Form = str) -> Form:
    """Return a form for values of one shape: the groups of `pattern` put into `template`, the text given to `case`."""

    def form(text: str) -> str:
        found = regex(pattern).fullmatch(text.strip()[:LONGEST])
        if not found:
            raise ValueError(f"{shown(text)} is not {what}")
        return case(template.format(*found.groups()))

    return form


def either(first: Form, second: Form) -> Form:
    """Return a form that takes what `first` or else `second` takes."""

    def form(text: str) -> str:
        try:
            return first(text)
        except ValueError:
            return second(text)

    return form
