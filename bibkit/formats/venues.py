"""The venue table: from the YAML that people edit to the JSON that is read at start-up, and from that to `Venues`.

Run `python -m bibkit.formats.venues < venues.yaml > venues.json` after an edit of the table.
"""

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from bibkit.errors import DataError
from bibkit.model.venue import Edition, Held, Period, Venue, Venues
from bibkit.model.venue_index import KINDS
from bibkit.text.venue_text import fold, parse

#: Types whose names may be met without `Proceedings of the`.
_MEETINGS = ("conference", "workshop", "track")

#: Words that a name may begin with where it is printed, and that are left out where it is cited.
_LEADS = ("proceedings of the annual ", "proceedings of the ", "proceedings of ")


def load(text: str) -> Venues:
    """Return the venues of the compiled table. Raises DataError when the text is not one."""
    try:
        table = json.loads(text)
        return Venues(table["venues"], table["forms"], table["places"], venue)
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"venues.json: {error}; write it anew with `python -m bibkit.formats.venues`") from error


def venue(row: Mapping[str, Any]) -> Venue:
    """Return the venue of a row of the table."""
    continued, ordinal = row.get("continued_as"), row.get("ordinal")
    plain = ("publisher", "issn", "url", "container", "entry_type", "parent", "note", "iso4", "area", "acronym")
    return Venue(
        id=row["id"],
        type=row["type"],
        names=tuple(Period(period["name"], period["from"], period["until"]) for period in row["names"]),
        acronyms=tuple(Period(p["acronym"], p["from"], p["until"]) for p in row.get("acronyms", ())),
        aliases=tuple(row["aliases"]),
        misspellings=tuple(row["misspellings"]),
        continued_as=(continued["id"], continued["from"]) if continued else None,
        acronym_needs_context=bool(row.get("acronym_needs_context")),
        held=_held(row["held"]) if "held" in row else None,
        ordinal=(ordinal["offset"], ordinal["since"]) if ordinal else None,
        editions={int(year): _edition(int(year), cells) for year, cells in row.get("editions", {}).items()},
        **{key: str(row.get(key) or "") for key in plain},
    )


def _held(rule: Mapping[str, Any]) -> Held:
    if isinstance(rule["years"], list):
        return Held(frozenset(rule["years"]))
    return Held(parity=int(rule["years"] == "odd"), since=rule.get("from"), until=rule.get("until"))


def _edition(year: int, cells: Mapping[str, Any]) -> Edition:
    return Edition(year, **{key: str(value) for key, value in cells.items()})


def compile_yaml(text: str) -> str:
    """Return the JSON form of the table in YAML, with every spelling folded. Raises DataError on a bad table."""
    import yaml

    try:
        table = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        rows = table["venues"]
        compiled = {"version": table["version"], "venues": rows, "forms": _forms(rows), "places": _places(rows)}
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise DataError(f"venues.yaml: {error}") from error
    return json.dumps(compiled, ensure_ascii=False, separators=(",", ":"), sort_keys=False) + "\n"


def _forms(rows: list[dict[str, Any]]) -> dict[str, list[int]]:
    """Return folded spelling -> [row, kind]. Raises DataError when two venues share one."""
    forms: dict[str, list[int]] = {}
    derived: list[tuple[str, list[int]]] = []
    for kind in (KINDS.index("name"), *range(len(KINDS))):
        for number, row in enumerate(rows):
            for spelling in _spellings(row, kind):
                form = fold(spelling)
                taken = forms.setdefault(form, [number, kind])
                if taken[0] != number:
                    raise DataError(f"venues.yaml: {row['id']} and {rows[taken[0]]['id']} share {form!r}")
                derived += [(less, [number, kind]) for less in _shorter(form, row)]
    for form, entry in derived:
        forms.setdefault(form, entry)
    return forms


def _spellings(row: Mapping[str, Any], kind: int) -> Iterator[str]:
    if KINDS[kind] == "acronym":
        yield from [row["acronym"]] if row["acronym"] else []
        yield from (period["acronym"] for period in row.get("acronyms", ()))
    elif KINDS[kind] == "name":
        yield from (period["name"] for period in row["names"])
    elif KINDS[kind] == "alias":
        yield from row["aliases"]
        yield from [row["iso4"]] if row["iso4"] else []
    else:
        yield from row["misspellings"]


def _shorter(form: str, row: Mapping[str, Any]) -> Iterator[str]:
    """Yield the spelling without ordinals and years, and without `Proceedings of the`."""
    words = " ".join(token.word for token in parse(form).tokens if token.role == "word")
    if words != form:
        yield words
    if row["type"] in _MEETINGS:
        yield from (words.removeprefix(lead) for lead in _LEADS if words.startswith(lead))


def _places(rows: list[dict[str, Any]]) -> list[str]:
    """Return the words of the places where editions were held, without those that are acronyms of venues."""
    acronyms = {fold(period["acronym"]) for row in rows for period in row.get("acronyms", ())}
    words = {
        token.word
        for row in rows
        for edition in (row.get("editions") or {}).values()
        for token in parse(edition.get("location", "")).tokens
        if token.role == "word" and len(token.word) > 1
    }
    return sorted(words - acronyms)


if __name__ == "__main__":
    sys.stdout.write(compile_yaml(sys.stdin.read()))
