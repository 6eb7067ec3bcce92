"""A person gives an entry another key."""

import difflib
import re
from dataclasses import replace

from bibkit.curate.rename import rename_keys
from bibkit.errors import UsageError
from bibkit.model.catalog import Catalog
from bibkit.model.lock import Lock

#: What bibtex, biber, Typst and LaTeX's \cite take in a key: letters, digits and these, with a letter or digit first.
_LEGAL = re.compile(r"[A-Za-z0-9][A-Za-z0-9_:.+/-]*")


def is_legal(key: str) -> bool:
    """Return whether every tool takes the key."""
    return bool(_LEGAL.fullmatch(key))


def rekey(catalog: Catalog, lock: Lock, old: str, new: str) -> tuple[Catalog, Lock]:
    """Return both with the entry `old` under `new`, which is final; `old` becomes an alias. Raises as `check`."""
    check(catalog, old, new)
    catalog, lock = rename_keys(catalog, lock, {old: new}, keep_alias=True)
    if new in lock.states:
        lock = replace(lock, states={**lock.states, new: replace(lock.states[new], keyed=True)})
    return catalog, lock


def check(catalog: Catalog, old: str, new: str) -> None:
    """Raise UsageError, with the way out, unless the entry `old` can be given the key `new`.

    Keys and old keys of other entries are taken, in whatever letter case: BibTeX compares without case.
    """
    if old not in catalog.entries:
        raise UsageError(_unknown(catalog, old))
    if new == old:
        raise UsageError(f"{old!r} is its key already; give another one")
    if not is_legal(new):
        raise UsageError(
            f"{new!r} can't be a citation key; use ASCII letters, digits and _ : . + / -, a letter or digit first"
        )
    for entry in catalog.entries.values():
        if entry.key == old:
            continue
        for name in (entry.key, *entry.aliases):
            if name.lower() == new.lower():
                what = f"the key {name!r}" if name == entry.key else f"{name!r}, an old key of {entry.key!r},"
                raise UsageError(f"{new!r} is taken: {what} is the same to BibTeX; give another one")


def _unknown(catalog: Catalog, key: str) -> str:
    for entry in catalog.entries.values():
        if key in entry.aliases:
            return f"{key!r} is an old key; its entry is {entry.key!r} now: rename that one"
    near = difflib.get_close_matches(key, catalog.entries, 3)
    hint = f"did you mean {', '.join(near)}?" if near else "`bibkit list` shows all"
    return f"no entry has the key {key!r}; {hint}"
