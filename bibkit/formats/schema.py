"""JSON Schema (2020-12) of the catalog's files, made from the table that the reader itself uses.

A schema describes what bibkit writes: a text that another YAML reader would take for a number or a date is in quotes.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from bibkit.formats.creators import PARTS
from bibkit.formats.shapes import ENTRY, FORMAT, HEAD, LIST, LISTED, QUESTION, RECORD, SHAPES, STATE, Field, Shape

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"

_TEXT: Schema = {"type": ["string", "null"]}
_TEXTS: Schema = {"type": ["array", "null"], "items": {"type": "string"}}
_CREATOR: Schema = {
    "description": "Last, First; von Last, Jr, First; {Organisation}; or the parts, where that would be misread.",
    "anyOf": [
        {"type": "string", "minLength": 1},
        {
            "type": "object",
            "properties": {part: {"type": "string"} for part in PARTS},
            "additionalProperties": False,
            "minProperties": 1,
        },
    ],
}
_IDENTIFIERS: Schema = {
    "type": ["object", "null"],
    "propertyNames": {"pattern": "^[a-z][a-z0-9_-]*$"},
    "additionalProperties": {"type": "string"},
}
_PLAIN: dict[str, Schema] = {
    "text": _TEXT,
    "answer": {"type": ["string", "integer", "null"]},
    "flag": {"type": "boolean"},
    "count": {"type": ["integer", "null"]},
    "number": {"type": "number"},
    "texts": _TEXTS,
    "tags": _TEXTS,
    "names": {"type": ["array", "null"], "items": {"$ref": "#/$defs/creator"}},
    "identifiers": _IDENTIFIERS,
    "pairs": {"type": ["array", "null"], "items": {"type": "string", "pattern": "^\\S+ "}},
    "work": {"type": "object"},
}


def _head() -> Schema:
    schema = _shape(HEAD)
    schema["properties"]["format"] = {**schema["properties"]["format"], "type": "integer", "maximum": FORMAT}
    return schema


#: Name of a schema -> the files that it is for, and what makes it.
SCHEMAS: dict[str, tuple[str, Callable[[], Schema]]] = {
    "catalog": ("works/*.yaml: entries under their citation keys", lambda: _under_keys(ENTRY)),
    "list": ("lists/*.yaml: one list as a tree of sections", lambda: _shape(LIST)),
    "review": ("review.yaml: questions that wait for a person", lambda: _under_keys(QUESTION)),
    "lock": (
        "lock/*.jsonl: each line",
        lambda: {"anyOf": [{"$ref": f"#/$defs/{shape.name}"} for shape in (RECORD, LISTED, STATE)]},
    ),
    "head": ("bibkit.yaml: the catalog's head file", _head),
}


def schema(name: str) -> Schema:
    """Return the JSON Schema `name`, one of SCHEMAS."""
    files, make = SCHEMAS[name]
    body = make()
    return {"$schema": DIALECT, "title": f"bibkit {name}", "description": files, **body, "$defs": _needed(body)}


def text(name: str) -> str:
    """Return the JSON Schema `name` as text."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def _under_keys(shape: Shape) -> Schema:
    return {
        "type": ["object", "null"],
        "propertyNames": {"pattern": "^\\S+$"},
        "additionalProperties": {"$ref": f"#/$defs/{shape.name}"},
    }


def _shape(shape: Shape) -> Schema:
    found: Schema = {
        "description": shape.doc,
        "type": "object",
        "properties": {field.name: _field(field) for field in shape},
        "additionalProperties": False,
    }
    if shape.needs:
        found["required"] = list(shape.needs)
    for names, word in ((shape.one_of, "oneOf"), (shape.any_of, "anyOf")):
        if names:
            found[word] = [{"required": [name]} for name in names]
    return found


def _field(field: Field) -> Schema:
    found: Schema = {"description": field.doc}
    if field.kind == "rows":
        return found | {"type": ["array", "null"], "items": {"$ref": f"#/$defs/{field.rows}"}}
    found |= _PLAIN[field.kind]
    if field.choices:
        found["enum"] = [*field.choices, None]
    if field.pattern:
        found["pattern"] = f"^({field.pattern})?$"
    return found


def _needed(body: Mapping[str, Any]) -> Schema:
    """Return the shapes that `body` refers to, and those that they refer to, by name."""
    found: Schema = {}
    waiting = _references(body)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = _CREATOR if name == "creator" else _shape(SHAPES[name])
            waiting |= _references(found[name])
    return dict(sorted(found.items()))


def _references(value: object) -> set[str]:
    if isinstance(value, Mapping):
        own = {value["$ref"].rsplit("/", 1)[1]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(_references(child) for child in value.values()))
    if isinstance(value, list):
        return set().union(*(_references(child) for child in value))
    return set()
