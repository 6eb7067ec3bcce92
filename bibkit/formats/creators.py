"""Creator <-> its form in the catalog: one text where that loses nothing, else a mapping of its parts."""

from collections.abc import Mapping
from functools import lru_cache

from bibkit.formats.yaml_text import Tree
from bibkit.formats.yaml_tree import Fault
from bibkit.model.creator import Creator

PARTS = ("family", "given", "particle", "suffix", "literal")
_REMEDY = "write 'Last, First', 'von Last, Jr, First' or '{Organisation}' in quotes"


@lru_cache(maxsize=65536)
def parse(text: str) -> Creator:
    """Return the Creator that `text` names: `von Last, Jr, First`, `First von Last`, or an organisation in braces.

    Words split as in BibTeX, without LaTeX: the particle is the run of words that begin with a lower-case letter.
    Raises Fault where there are more than two commas, or nothing.
    """
    text = text.strip()
    if text.startswith("{") and text.endswith("}") and len(text) > 2:
        return Creator(literal=text[1:-1])
    parts = [part.strip() for part in text.split(",")]
    if not parts[0] or len(parts) > 3:
        raise Fault(f"the name {text!r} can't be split; {_REMEDY}")
    if len(parts) == 1:
        return _in_reading_order(text.split())
    particle, family = _last(parts[0].split())
    return Creator(family=family, given=parts[-1], particle=particle, suffix=parts[1] if len(parts) == 3 else "")


def _in_reading_order(words: list[str]) -> Creator:
    start = next((n for n, word in enumerate(words[:-1]) if word[:1].islower()), len(words) - 1)
    particle, family = _last(words[start:])
    return Creator(family=family, given=" ".join(words[:start]), particle=particle)


def _last(words: list[str]) -> tuple[str, str]:
    """Return particle and family name of the words before the comma."""
    start = 0
    while start < len(words) - 1 and words[start][:1].islower():
        start += 1
    return " ".join(words[:start]), " ".join(words[start:])


@lru_cache(maxsize=65536)
def tree(creator: Creator) -> Tree:
    """Return the Creator as one text, or as a mapping of its parts where that text would be read as another name."""
    text = str(creator)
    try:
        if parse(text) == creator:
            return text
    except Fault:
        pass  # the mapping says it
    return {part: getattr(creator, part) for part in PARTS if getattr(creator, part)}


def read(value: Tree) -> Creator:
    """Return the Creator of a value in a file. `{OpenAI}` without quotes, a mapping to YAML, is an organisation too."""
    if isinstance(value, str):
        return parse(value)
    if not isinstance(value, Mapping):
        raise Fault(f"a name is expected; {_REMEDY}")
    if value and not any(value.values()) and not set(value) <= set(PARTS):
        return Creator(literal=", ".join(value))
    for part, text in value.items():
        if part not in PARTS:
            raise Fault(f"unknown part {part!r} of a name (known: {', '.join(PARTS)})", path=(part,), on_key=True)
        if not isinstance(text, str):
            raise Fault("a text is expected", path=(part,))
    return Creator(**{part: str(text) for part, text in value.items()})
