"""The fields of one .bib entry -> Work: LaTeX to Unicode, names to parts, identifiers to their normal form."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from bibkit.formats.fields import ARCHIVES, IDENTIFIER_FIELDS, READ_ONLY, ROWS, Row, work_type
from bibkit.model import names
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier, parse
from bibkit.model.work import Work
from bibkit.text import clean, latex, months

_AND_MORE = re.compile(r"et\.? al\.?", re.IGNORECASE)
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|II|III|IV", re.IGNORECASE)
_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d)(?!\d)")
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d\d))?")
_ESCAPED = re.compile(r"\\([_%#&~{}$])|\{([_%#&~])\}|\$([<>])\$|\\textless(?:\{\})?|\\textgreater(?:\{\})?")
_URL_COMMAND = re.compile(r"\\(?:url|href|path)\s*\{([^{}]*)\}(?:\s*\{[^{}]*\})?")
_URL_PARTS = re.compile(r"(\\(?:url|path)\s*\{[^{}]*\})")
_ONLY_URL = re.compile(r"(?:\\(?:url|path)\s*\{\s*)?(https?://[^\s{}]+)\s*\}?\.?")
_ARXIV_ID = re.compile(r"(?<![\w.])(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[A-Z]{2})?/\d{7}(?:v\d+)?)(?![\w.]*\d)")
_ARXIV_JOURNAL = re.compile(r"\s*(?:corr\b|computing research repository|arxiv\b)", re.IGNORECASE)
_DOI_URL = re.compile(r"https?://(?:dx\.|www\.)?doi\.org/(10\..+)", re.IGNORECASE)
_ARXIV_URL = re.compile(r"https?://(?:www\.)?arxiv\.org/(?:abs|pdf)/(.+?)(?:\.pdf)?$", re.IGNORECASE)


def work(entry_type: str, fields: Mapping[str, str]) -> Work:
    """Return the Work of an entry; `fields` by lower-case name, values in LaTeX with macros resolved."""
    type_ = work_type(entry_type, fields.get("type", ""))
    values: dict[str, Any] = {"title": _title(fields), "date": _date(fields), "url": raw(fields.get("url", ""))}
    for row in ROWS:
        if row.kind in ("text", "pages", "edition") and row.attribute != "place" and row.serves(type_):
            if text := _text(row, fields):
                values.setdefault(row.attribute, text)
        elif row.kind == "names":
            people, cut = creators(next((fields[n] for n in row.names if fields.get(n)), ""))
            values[row.attribute] = people
            if row.attribute == "authors":
                values["others"] = cut
    if fields.get("year") and not values["date"]:
        values.setdefault("note", latex.to_unicode(fields["year"]))
    _move_link(values)
    identifiers = dict(_identifiers(fields, values["url"]))
    if "arxiv" in identifiers and _ARXIV_JOURNAL.match(fields.get("journal") or fields.get("journaltitle") or ""):
        for name in ("container", "volume", "number", "pages"):
            values.pop(name, None)
        type_ = "misc"
    return Work(type=type_, identifiers=tuple(sorted(identifiers.values())), **values)


def creators(field: str) -> tuple[tuple[Creator, ...], bool]:
    """Return the people of a name field in LaTeX, and whether it says that there are more (`and others`, `et al.`)."""
    people = [_mended(person) for person in names.parse(field)]
    cut = names.others(field)
    if people and _AND_MORE.fullmatch(people[-1].display):
        people.pop()
        cut = True
    return tuple(people), cut


def _mended(person: Creator) -> Creator:
    """Return the person with a suffix that was written behind the last name (`John Fisher III`) as a suffix."""
    first, _, last = person.given.rpartition(" ")
    if person.suffix or not last or not _SUFFIX.fullmatch(person.family):
        return person
    return replace(person, given=first, family=last, suffix=person.family)


def raw(value: str) -> str:
    """Return a link or identifier as it is meant: without `\\url{}` and without TeX's escapes."""
    found = _URL_COMMAND.search(value)
    value = found[1] if found else value
    return _ESCAPED.sub(_unescaped, value).replace("{", "").replace("}", "").strip()


def _unescaped(match: re.Match[str]) -> str:
    return match[1] or match[2] or match[3] or ("<" if "less" in match[0] else ">")


def _text(row: Row, fields: Mapping[str, str]) -> str:
    written = next((fields[name] for name in row.names if fields.get(name)), "")
    if not written or ((row.attribute, row.bibtex) in READ_ONLY and fields.get("publisher")):
        return ""
    if row.kind == "pages":
        return clean.pages(latex.to_unicode(written))
    return "".join(
        raw(part) if part.startswith("\\") else latex.to_unicode(part) for part in _URL_PARTS.split(written) if part
    ).strip()


def _title(fields: Mapping[str, str]) -> str:
    title = latex.to_unicode(fields.get("title", "")).strip()
    subtitle = latex.to_unicode(fields.get("subtitle", "")).strip()
    return f"{title}: {subtitle}" if title and subtitle else title or subtitle


def _date(fields: Mapping[str, str]) -> str:
    """Return the ISO date to the month, '' where no year can be read."""
    iso = _ISO_DATE.match(fields.get("date", ""))
    if iso:
        return f"{iso[1]}-{iso[2]}" if iso[2] else iso[1]
    year = _YEAR.search(fields.get("year", "") or fields.get("date", ""))
    if not year:
        return ""
    month = months.number_in(fields.get("month", ""))
    return f"{year[1]}-{month:02}" if month else year[1]


def _move_link(values: dict[str, Any]) -> None:
    """Let a `howpublished` that is only a link be the link, where the entry has none."""
    only = _ONLY_URL.fullmatch(values.get("howpublished", ""))
    if only and values["url"] in ("", only[1]):
        values["url"] = only[1]
        del values["howpublished"]


def _identifiers(fields: Mapping[str, str], url: str) -> Iterator[tuple[str, Identifier]]:
    """Yield (scheme, identifier), those that count least first."""
    places = [fields.get(name, "") for name in ("note", "howpublished", "journal", "journaltitle")]
    journal = places[2] or places[3]
    if _ARXIV_JOURNAL.match(journal):
        places.append("arxiv " + fields.get("volume", "").removeprefix("abs/"))
        places.append("arxiv " + fields.get("pages", ""))
    said = " ".join(text for text in places if "arxiv" in text.lower())
    candidates = [("arxiv", found[1]) for found in _ARXIV_ID.finditer(said)]
    for scheme, pattern in (("doi", _DOI_URL), ("arxiv", _ARXIV_URL)):
        if match := pattern.match(url):
            candidates.append((scheme, match[1]))
    for name, scheme in IDENTIFIER_FIELDS.items():
        candidates.append((scheme, raw(fields.get(name, ""))))
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "").strip().lower()
    candidates.append((ARCHIVES.get(archive, "arxiv" if not archive else ""), raw(fields.get("eprint", ""))))
    for scheme, value in candidates:
        if value and (found := identifier(scheme, value)):
            yield found.scheme, found


def identifier(scheme: str, value: str) -> Identifier | None:
    """Return the identifier that a field for `scheme` holds, in normal form; None where it is malformed.

    arXiv's DOIs are arXiv numbers.
    """
    for text in (value, f"{scheme}:{value}"):
        found = parse(text)
        if found and found.scheme in (scheme, "arxiv"):
            return found
    return None
