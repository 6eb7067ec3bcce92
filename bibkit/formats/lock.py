"""The lock's files <-> Lock: one JSON object a line, in a fixed order, facts only.

    lock/<source>.jsonl      what a source said: one Record a line, sorted by key and id
    lock/list-<slug>.jsonl   what a list said when it was last imported: one item a line, in the order of the list
    lock/state.jsonl         what an entry holds beside its records, one entry a line, sorted by key

The fields are those of `shapes`. No line holds a source's raw text.
"""

import hashlib
import json
import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any, TypeVar
from urllib.parse import quote, unquote

from bibkit.errors import DataError
from bibkit.formats import convert, spell
from bibkit.formats.catalog_parts import order
from bibkit.formats.shapes import EVIDENCE, LISTED, RECORD, STATE, WORK, Field
from bibkit.formats.yaml_text import Tree
from bibkit.formats.yaml_tree import Fault
from bibkit.model.catalog import ListedItem
from bibkit.model.lock import EntryState, Lock
from bibkit.model.record import Record
from bibkit.model.work import Work

T = TypeVar("T")

#: The files of the catalog's folder that are read and written here.
PATTERNS = ("lock/*.jsonl",)

STATE_FILE = "lock/state.jsonl"
LIST_SOURCE = "list:"  #: a list's own words are a source, too: `list:<slug>`

_LIST_FILE = "list-"
_DIGEST = 12  #: hex digits; among 10,000 works two share one by chance once in five million catalogs
_HALF = re.compile("[\ud800-\udfff]")
_REMEDY = "restore the file from git, or remove the line and run: bibkit resolve"
_STATE_FIELDS: tuple[Field, ...] = tuple(field for field in STATE if field.name != "pinned")

Files = Mapping[str, str]


def read(files: Files) -> Lock:
    """Return the lock that `files` (path relative to the catalog's folder -> text) hold; other files are ignored.

    The records of a key are sorted by source and id. Raises DataError that names file, line and remedy.
    """
    records: dict[str, list[Record]] = {}
    lists: dict[str, tuple[ListedItem, ...]] = {}
    for path in sorted(files):
        if not (path.startswith("lock/") and path.endswith(".jsonl")) or path == STATE_FILE:
            continue
        source = source_of(path)
        said, items = _evidence(path, files[path], source)
        for key, record in said:
            records.setdefault(key, []).append(record)
        if items:
            lists[source.removeprefix(LIST_SOURCE)] = items
    return Lock(
        records={key: tuple(sorted(records[key], key=_by_source)) for key in sorted(records, key=order)},
        states={state.key: state for state in _states(STATE_FILE, files.get(STATE_FILE, ""))},
        lists=lists,
    )


def render(lock: Lock, before: Files) -> dict[str, str]:
    """Return the texts of all the lock's files. A file of `before` that is missing in the answer is to be deleted."""
    lines: dict[str, list[str]] = {}
    for slug, items in lock.lists.items():
        lines[file_of(LIST_SOURCE + slug)] = [_line(spell.tree(LISTED, item)) for item in items]
    by_file: dict[str, list[tuple[tuple[str, str], str, Record]]] = {}
    for key, records in lock.records.items():
        for record in records:
            by_file.setdefault(record.source, []).append((order(key), record.id, record))
    for source, found in by_file.items():
        found.sort(key=lambda row: row[:2])
        written = [_record_line(key, record) for (_, key), _, record in found]
        lines.setdefault(file_of(source), []).extend(written)
    states = sorted(lock.states.values(), key=lambda state: order(state.key))
    lines[STATE_FILE] = [_line(_state_tree(state)) for state in states]
    return {path: "".join(lines[path]) for path in sorted(lines) if lines[path]}


def digest(work: Work) -> str:
    """Return a short digest of all that a work says: equal works have equal ones, on every machine."""
    return hashlib.sha256(_line(spell.tree(WORK, work)).encode()).hexdigest()[:_DIGEST]


def file_of(source: str) -> str:
    """Return the file of a source: `lock/crossref.jsonl`; `lock/list-<slug>.jsonl` for a list's own words."""
    if source.startswith(LIST_SOURCE):
        return f"lock/{_LIST_FILE}{quote(source.removeprefix(LIST_SOURCE), safe='')}.jsonl"
    name = quote(source, safe="")
    if name.startswith(_LIST_FILE) or name in ("state", ".", ".."):
        name = f"%{ord(name[0]):02X}{name[1:]}"
    return f"lock/{name}.jsonl"


def source_of(path: str) -> str:
    """Return the source of a file."""
    name = path.removeprefix("lock/").removesuffix(".jsonl")
    if name.startswith(_LIST_FILE):
        return LIST_SOURCE + unquote(name.removeprefix(_LIST_FILE))
    return unquote(name)


def _by_source(record: Record) -> tuple[str, str]:
    return record.source, record.id


def _line(found: Mapping[str, Tree]) -> str:
    return _HALF.sub("\ufffd", json.dumps(found, ensure_ascii=False, separators=(",", ":"))) + "\n"


def _record_line(key: str, record: Record) -> str:
    return _line({"key": key, "id": record.id, **spell.tree(EVIDENCE, record), **spell.tree(WORK, record.work)})


def _state_tree(state: EntryState) -> dict[str, Tree]:
    found = spell.tree(_STATE_FIELDS, state)
    if state.pins:
        given = spell.tree(WORK, state.pinned)
        ids = {f"{convert.PIN}{one.scheme}": one.value for one in state.pinned.identifiers}
        found["pinned"] = {pin: given.get(pin, ids.get(pin, "")) for pin in state.pins}
    return found


@lru_cache(maxsize=256)
def _evidence(path: str, text: str, source: str) -> tuple[tuple[tuple[str, Record], ...], tuple[ListedItem, ...]]:
    records: list[tuple[str, Record]] = []
    items: list[ListedItem] = []

    def read_line(found: dict[str, Any]) -> None:
        if "line" in found:
            items.append(convert.make(LISTED, found))
            return
        values = convert.values(RECORD, found)
        key, id_ = values.pop("key", ""), values.pop("id", "")
        work, rest = convert.split_work(values)
        records.append((key, Record(source=source, id=id_, work=work, **rest)))

    _each_line(path, text, read_line)
    return tuple(records), tuple(items)


@lru_cache(maxsize=4)
def _states(path: str, text: str) -> tuple[EntryState, ...]:
    return tuple(_each_line(path, text, _state))


def _state(found: dict[str, Any]) -> EntryState:
    values = convert.values(STATE, found)
    pinned = values.pop("pinned", {})
    return EntryState(**values, **pinned)


def _each_line(path: str, text: str, read: Callable[[dict[str, Any]], T]) -> Iterable[T]:
    # Not splitlines: a JSON text may hold other line separators as they are.
    done: list[T] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            found = json.loads(line)
            if not isinstance(found, dict):
                raise Fault("a JSON object is expected")
            done.append(read(found))
        except json.JSONDecodeError as error:
            merge = line.startswith(("<<<<<<< ", "=======", ">>>>>>> "))
            what = "an unsettled git merge" if merge else f"not JSON ({error.msg})"
            raise DataError(f"{path}:{number}:{error.colno}: {what}; {_REMEDY}") from error
        except RecursionError as error:
            raise DataError(f"{path}:{number}:1: nested too deeply; {_REMEDY}") from error
        except Fault as fault:
            raise DataError(f"{path}:{number}:1: {fault.message}; {_REMEDY}") from fault
    return done
