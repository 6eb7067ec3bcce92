"""YAML text -> a tree of texts, lists and dicts, with every fault named by line, column and remedy.

No value is ever guessed to be a number, a date or a truth value: everything is text. What YAML readers pass over in
silence is a fault here: a key given twice, an anchor, an alias or a tag (a text that begins with & * !).
"""

from collections.abc import Mapping
from typing import Any

from bibkit.errors import DataError
from bibkit.formats.yaml_text import Tree

#: Levels; the deepest that a list of ten heading levels needs is 25, and far deeper nesting would end the YAML library.
DEEPEST = 200

Path = tuple[str | int, ...]

_QUOTE = "put the text in quotes"
#: Words of the YAML library's complaint -> what is wrong and what to do, in the order in which they are looked for.
_REMEDIES = (
    ("unknown escape", "a backslash in double quotes means an escape; put the text in single quotes"),
    ("quoted scalar", "a quote is opened and never closed; close it"),
    ("mapping values are not allowed", f"': ' stands inside a text, or the line above lacks it; {_QUOTE}, or add it"),
    ("sequence entries are not allowed", f"a text begins with '- '; {_QUOTE}"),
    ("cannot start any token", f"a text can't begin with this character; {_QUOTE}"),
    ("could not find expected ':'", "a line is neither 'name: value' nor '- item'; complete or indent it"),
    ("flow", "a bracket is opened and never closed, or a comma is missing; close it, or put the text in quotes"),
    ("'-' indicator", "a line in a list does not begin with '- '; check its indentation"),
    ("block collection", "a line in a list does not begin with '- '; check its indentation"),
    ("block mapping", "the indentation does not fit the lines above, or text follows a closed quote; mend it"),
    ("node content", f"a value is missing, or a text begins with a bracket; {_QUOTE}"),
)


class Fault(Exception):
    """Something in a file that can't be taken. `mark` is its place (line, column from 0), or `path` leads to it."""

    def __init__(self, message: str, *, path: Path = (), on_key: bool = False, mark: tuple[int, int] | None = None):
        super().__init__(message)
        self.message, self.path, self.on_key, self.mark = message, path, on_key, mark

    def below(self, *steps: str | int) -> "Fault":
        """Return the fault seen from further up."""
        self.path = (*steps, *self.path)
        return self


def loader() -> Any:
    """Return PyYAML's loader that resolves nothing: the C one (seven times as fast), or Python's where it's absent."""
    import yaml

    return getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def parse(text: str) -> Tree:
    """Return the tree of a YAML text; an empty text is {}. Raises Fault."""
    import yaml

    try:
        return _build(loader()(text).get_event, yaml)
    except yaml.MarkedYAMLError as error:
        raise _syntax_fault(text, error) from error
    except yaml.reader.ReaderError as error:
        raise Fault(
            f"the character U+{error.character:04X} may not stand in a YAML file; remove it",
            mark=_place(text, error.position),
        ) from error


def _build(get: Any, yaml: Any) -> Tree:
    """Return the tree that the events of the YAML library spell, by a loop: hostile nesting can't exhaust the stack."""
    scalar, start_map, start_list = yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent
    end_map, end_list = yaml.MappingEndEvent, yaml.SequenceEndEvent
    top: list[Tree] = []
    stack: list[tuple[Any, str | None]] = []
    into: Any = top
    key: str | None = None
    documents = 0
    while True:
        event = get()
        kind = event.__class__
        if kind is scalar:
            if event.anchor is not None or event.tag is not None:
                raise _marked(event)
            text = event.value
            if into.__class__ is list:
                into.append(text)
            elif key is None:
                if text in into:
                    raise Fault(f"{text!r} is given twice; merge the two or remove one", mark=_mark(event))
                key = text
            else:
                into[key] = text
                key = None
        elif kind is start_map or kind is start_list:
            if event.anchor is not None or event.tag is not None:
                raise _marked(event)
            new: Any = {} if kind is start_map else []
            if into.__class__ is list:
                into.append(new)
            elif key is None:
                raise Fault("a key must be a text on one line", mark=_mark(event))
            else:
                into[key] = new
            stack.append((into, key))
            if len(stack) > DEEPEST:
                raise Fault(f"nested deeper than {DEEPEST} levels", mark=_mark(event))
            into, key = new, None
        elif kind is end_map or kind is end_list:
            into, _ = stack.pop()
            key = None
        elif kind is yaml.AliasEvent:
            raise _marked(event)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise Fault("a second document begins; one file holds one, remove the line '---'", mark=_mark(event))
        elif kind is yaml.StreamEndEvent:
            return top[0] if top and top[0] else {}


def _mark(event: Any) -> tuple[int, int]:
    return event.start_mark.line, event.start_mark.column


def _marked(event: Any) -> Fault:
    return Fault(
        "a text can't begin with '&', '*' or '!' (YAML's anchors, aliases and tags); put it in quotes",
        mark=_mark(event),
    )


def _syntax_fault(text: str, error: Any) -> Fault:
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    opened = "quoted scalar" in context and "escape" not in problem
    if error.context_mark and (opened or "expected ':'" in problem):
        mark = error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    if "cannot start any token" in problem and lines[line][column : column + 1] == "\t":
        return Fault("a tab stands where YAML wants blanks; indent with blanks", mark=(line, column))
    both = f"{problem} {context}"
    remedy = next((remedy for words, remedy in _REMEDIES if words in both), problem or "not valid YAML")
    return Fault(remedy, mark=(line, column))


def _place(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position), position - text.rfind("\n", 0, position) - 1


def data_error(file: str, text: str, faults: list[Fault]) -> DataError:
    """Return the error that names the first fault's place; further ones are counted."""
    conflict = next((n for n, line in enumerate(text.split("\n")) if line.startswith("<<<<<<< ")), None)
    if conflict is not None:
        return DataError(f"{file}:{conflict + 1}:1: an unsettled git merge; keep one side and remove the marker lines")
    (line, column), first = min((_locate(text, fault), n) for n, fault in enumerate(faults))
    more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
    return DataError(f"{file}:{line + 1}:{column + 1}: {faults[first].message}{more}")


def _locate(text: str, fault: Fault) -> tuple[int, int]:
    """Return the line and column of a fault, both from 0."""
    if fault.mark is not None:
        return fault.mark
    import yaml

    node = yaml.compose(text, Loader=loader())
    if node is None:
        return 0, 0
    found = node
    for number, step in enumerate(fault.path):
        last = number == len(fault.path) - 1
        if isinstance(step, int) and isinstance(node, yaml.SequenceNode):
            node = found = node.value[step]
            continue
        pairs: Mapping[str, Any] = {key.value: (key, child) for key, child in node.value}
        if step not in pairs:
            break
        key, node = pairs[str(step)]
        found = key if last and fault.on_key else node
    return found.start_mark.line, found.start_mark.column
