"""Find the identifiers that a link or a text carries. Asks nobody: what needs the network is the sources' business."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import quote

from bibkit.model.identifier import Identifier, make, normal, read
from bibkit.resolve import address as addresses
from bibkit.resolve import sites
from bibkit.resolve.address import Address
from bibkit.resolve.links import WRAPPERS
from bibkit.resolve.pages import CANONICAL, DERIVED, Step
from bibkit.resolve.sites import Compiled
from bibkit.text.trim import regex

#: Links whose answers are remembered: a command asks about each of a list's links two or three times.
KEPT = 1 << 14


@dataclass(frozen=True, slots=True)
class Identified:
    """What one link, or one identifier in a text, tells."""

    url: str  #: as written
    clean: str = ""  #: without tracking and junk, still leading to the same page; '' for an identifier alone
    identifiers: tuple[Identifier, ...] = ()
    derived: tuple[Identifier, ...] = ()  #: what follows from those, and guesses, which `problems` names
    problems: tuple[str, ...] = ()  #: sentences: what looks like an identifier and is none, what must be checked
    hint: str = ""  #: words of the title that the address holds
    version: str = ""  #: `v2` where the link names a version of the text


@lru_cache(KEPT)
def url(text: str) -> Identified:
    """Return what a link tells; `text` may also be an identifier alone (`doi:10...`, `arXiv:...`). Never raises."""
    address = addresses.split(text)
    if address is None:
        return _bare(text)
    address = _unwrapped(address)
    host, target = address.host, address.target
    archived = regex(_ARCHIVED).match(target) if host == "web.archive.org" else None
    if archived:
        host, target = archived.groups()
    for row in sites.rows(host):
        found = row.match(target)
        if found:
            return _identified(text, address, row, found)
    whole = host + target
    for row in sites.anywhere():
        found = row.match(whole)
        if found:
            return _identified(text, address, row, found)
    return Identified(text, address.clean())


def text(text: str) -> tuple[Identified, ...]:
    """Return every address, DOI, arXiv id, ISBN and PubMed number of a free text, each once, in order.

    A bare number is an arXiv id only in brackets, an ISBN or a PubMed number only behind its label.
    """
    seen: dict[object, Identified] = {}
    for found in regex(_MENTION).finditer(text):
        written, kind = found[0], found.lastgroup
        if kind == "url":
            # An address that ends at a bracket which never closes was cut: it must not pass for a shorter DOI.
            cut = "/10." in written and text.startswith("(", found.end())
            one = url(f"{written}(" if cut else written)
        else:
            one = _bare(written)
            if kind == "bracketed" and not one.identifiers:
                continue
        seen.setdefault(one.identifiers or one.clean or one.url, one)
    return tuple(seen.values())


def canonical_url(identifier: Identifier) -> str:
    """Return the address of the identifier's page, or '' where its value alone does not tell it."""
    if identifier.scheme == "doi":
        return f"https://doi.org/{quote(identifier.value, safe=_SAFE)}"
    for match, address in _pages(identifier.scheme):
        found = match(identifier.value)
        if found:
            return address.format(*(quote(group, safe=_SAFE) for group in found.groups()))
    return ""


def derived(identifier: Identifier) -> tuple[Identifier, ...]:
    """Return the identifiers that follow from this one without asking anybody."""
    result = []
    for match, step in _steps(identifier.scheme):
        found = match(identifier.value)
        if found:
            value = step.value.format(*found.groups())
            try:
                result.append(Identifier(step.to, normal(step.to, value) if step.convert else value))
            except ValueError:
                continue  # shaped like a value that holds an id, and holds none
    return tuple(result)


_Match = Callable[[str], re.Match[str] | None]

_SAFE = "/:;()[],.-_~+@!*'=&$"
_VERSION = r".*\d(v\d+)(?:\.pdf)?$"
_ARCHIVED = r"/web/\w+\*?/https?:/+(?:www\.)?([^/]{1,253})(.*)"
_GAP = r"\s{0,3}"
_BODY = r"""(?:[^\s<>"'`\[\](){}|\\^]|\([^\s()<>"]*\))++"""
_SICI = r"<[^\s<>]*>\d\.\d\.(?:co|tx);2"
_ARXIV = r"(?:\d{4}\.\d{3,6}|[a-z-]+(?:\.[a-z]{2})?/\d{7})(?:v\d+)?(?!\d)"
_MENTION = (
    rf"(?P<url>\b(?:https?://|ftp://|www\.|(?:dx\.)?doi\.org/|arxiv\.org/){_BODY})"
    rf"|(?P<doi>\b(?:doi{_GAP}[:=]?{_GAP})?10\.\d{{4,9}}(?:\.\d+)*/(?:{_BODY}|{_SICI}){{1,3}}+(?!\())"
    rf"|(?P<arxiv>\b(?:arxiv[\s:]{{0,4}}(?:preprint[\s:]{{0,4}})?){{1,3}}(?:abs/)?{_ARXIV})"
    r"|(?P<bracketed>(?<=[\[(])\d{4}\.\d{4,5}(?:v\d+)?(?=[\])]))"
    rf"|(?P<isbn>\bISBN(?:-1[03])?{_GAP}:?{_GAP}(?:97[89][-‐‑–\s]?)?(?:\d[-‐‑–\s]?){{9}}[\dX](?!\w))"
    rf"|(?P<pmid>\bPMID{_GAP}:?{_GAP}\d{{1,8}}\b|\bPMC\d{{5,9}}\b)"
)


def _identified(text: str, address: Address, row: Compiled, found: re.Match[str]) -> Identified:
    rule = row.row
    clean = address.clean(row.keep)
    hint = re.sub(r"[\W_]+", " ", found["hint"] or "").strip() if row.hinted else ""
    problems = (rule.problem.format_map(found.groupdict()),) if rule.problem else ()
    if not rule.scheme:
        return Identified(text, clean, problems=problems, hint=hint)
    value = found["id"] if row.fixed else rule.value.format_map(found.groupdict())
    try:
        identifier = make(rule.scheme, value)
    except ValueError as fault:
        return Identified(text, clean, problems=(str(fault),), hint=hint)
    if rule.guess:
        return Identified(text, clean, derived=(identifier,), problems=problems, hint=hint)
    version = (found["version"] or "").lower() if row.versioned else _version(identifier, value)
    return Identified(text, clean, (identifier,), derived(identifier), problems, hint, version)


def _bare(text: str) -> Identified:
    try:
        identifier = read(text)
    except ValueError as fault:
        return Identified(text, problems=(str(fault),))
    if identifier is None:
        return Identified(text, text.strip())
    return Identified(text, "", (identifier,), derived(identifier), version=_version(identifier, text.strip()))


def _version(identifier: Identifier, value: str) -> str:
    found = regex(_VERSION).match(value) if identifier.scheme == "arxiv" else None
    return found[1].lower() if found else ""


def _unwrapped(address: Address) -> Address:
    for _ in range(3):  # a wrapper within a wrapper within a wrapper is somebody's joke
        names = WRAPPERS.get((address.host, address.path))
        if not names:
            break
        inner = next((value for name in names if (value := address.parameter(name)).startswith("http")), "")
        address = addresses.split(inner) or address
    return address


@cache
def _pages(scheme: str) -> tuple[tuple[_Match, str], ...]:
    return tuple((regex(pattern).fullmatch, address) for name, pattern, address in CANONICAL if name == scheme)


@cache
def _steps(scheme: str) -> tuple[tuple[_Match, Step], ...]:
    return tuple((regex(step.pattern).fullmatch, step) for step in DERIVED if step.scheme == scheme)
