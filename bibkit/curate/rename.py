"""Give entries other keys, everywhere at once: works, listings, questions and the lock."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from bibkit.model.catalog import Catalog, Listing, Section, SurveyList
from bibkit.model.lock import Lock

V = TypeVar("V")


def rename_keys(
    catalog: Catalog, lock: Lock, names: Mapping[str, str], *, keep_alias: bool = False
) -> tuple[Catalog, Lock]:
    """Return both with every key of `names` replaced; with `keep_alias` the old key goes on citing the work.

    Two old keys may get one new key only when the caller has made them one entry before.
    """
    if not names:
        return catalog, lock
    entries = {}
    for key, entry in catalog.entries.items():
        if key in names:
            kept = (key,) if keep_alias else ()
            aliases = tuple(dict.fromkeys(a for a in (*entry.aliases, *kept) if a != names[key]))
            entry = replace(entry, key=names[key], aliases=aliases)
        entries[entry.key] = entry
    questions = {names.get(k, k): replace(q, key=names.get(k, k)) for k, q in catalog.questions.items()}
    lists = {slug: _in_list(survey, names) for slug, survey in catalog.lists.items()}
    states = {}
    for key, state in lock.states.items():
        new = names.get(key, key)
        aliases = entries[new].aliases if new in entries else state.aliases
        states[new] = replace(state, key=new, aliases=aliases)
    items = {
        slug: tuple(replace(item, key=names[item.key]) if item.key in names else item for item in found)
        for slug, found in lock.lists.items()
    }
    return (
        replace(catalog, entries=entries, questions=questions, lists=lists),
        replace(lock, records=_keyed(lock.records, names), states=states, lists=items),
    )


def _keyed(table: Mapping[str, V], names: Mapping[str, str]) -> dict[str, V]:
    return {names.get(key, key): value for key, value in table.items()}


def _in_list(survey: SurveyList, names: Mapping[str, str]) -> SurveyList:
    listings = tuple(_listing(listing, names) for listing in survey.listings)
    return replace(survey, listings=listings, sections=tuple(_section(s, names) for s in survey.sections))


def _section(section: Section, names: Mapping[str, str]) -> Section:
    listings = tuple(_listing(listing, names) for listing in section.listings)
    return replace(section, listings=listings, sections=tuple(_section(s, names) for s in section.sections))


def _listing(listing: Listing, names: Mapping[str, str]) -> Listing:
    return replace(listing, key=names[listing.key]) if listing.key in names else listing
