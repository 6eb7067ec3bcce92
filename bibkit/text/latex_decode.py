"""LaTeX field value -> Unicode text."""

import re
import unicodedata

from bibkit.text.latex_math import MATH_IN_TEXT, math_text
from bibkit.text.latex_table import (
    CONTROL_SYMBOLS,
    HIDDEN_ARGUMENTS,
    INVISIBLE,
    MARK_ALIASES,
    MARKS,
    MATH,
    MATH_ALIASES,
    MATH_PACKAGES,
    SILENT,
    SUBSCRIPT,
    SUPERSCRIPT,
    TEXT,
    TEXT_ALIASES,
)
from bibkit.text.latex_tokens import argument, place

_MARKUP = re.compile(r"[\\{}$~`\n\r\t]|--|''|,,|  ")
_TOKEN = re.compile(r"\\[A-Za-z]+\s*|\\.|[{}$~]|\\|[^\\{}$~]+", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_ACCENTS = MARKS | MARK_ALIASES
_WORDS = MATH_PACKAGES | MATH_ALIASES | MATH | TEXT_ALIASES | TEXT
_RAISED = {"textsuperscript": SUPERSCRIPT, "textsubscript": SUBSCRIPT}
_NUMBERED = frozenset({"unicode", "char", "symbol"})
_VERBATIM = frozenset({"url", "path", "nolinkurl"})
_UNSEEN = dict.fromkeys(map(ord, INVISIBLE))
#: Nested commands beyond this depth are read without their meaning: no name or title has them, hostile input does.
_DEEPEST = 20


def to_unicode(latex: str, *, keep_math: bool = False) -> str:
    """Return the text that a LaTeX field value prints, in NFC; never raises.

    Braces, looks (`\\emph`) and TeX's spellings of dashes and quotes are resolved, `%` is a percent sign, a run of
    blanks is one blank, a tie an ordinary one. Math becomes text (`$O(n \\log n)$` is `O(n log n)`), also where its
    dollars were escaped (DBLP); with `keep_math` all but single symbols stays as `$...$`. A command that nobody knows
    stays as written, unless it has an argument: then only that stays. Not for url, doi or eprint: those are raw.
    """
    if not _MARKUP.search(latex):
        return latex if latex.isascii() else _normal(latex)
    text = _decoded(latex, keep_math, 0)
    if "$" in text and not keep_math:
        text = MATH_IN_TEXT.sub(lambda found: math_text(found[1]), text)
    if "  " in text:
        text = _BLANKS.sub(" ", text)
    return text if text.isascii() else _normal(text)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_UNSEEN))


def _decoded(latex: str, keep_math: bool, depth: int) -> str:
    stack = _TOKEN.findall(latex)
    stack.reverse()
    out: list[str] = []
    while stack:
        token = stack.pop()
        head = token[0]
        if head == "\\":
            out.append(_command(token, stack, keep_math, depth))
        elif head == "$":
            out.append(_math(stack, "$", keep_math))
        elif head == "~":
            out.append(" ")
        elif head not in "{}":
            out.append(_spelled(token))
    return "".join(out)


def _spelled(run: str) -> str:
    """Return plain text with TeX's ligatures for dashes and quotes resolved."""
    if "--" in run:
        run = run.replace("---", "—").replace("--", "–")
    if "`" in run:
        run = run.replace("?`", "¿").replace("!`", "¡").replace("``", "“").replace("`", "‘")
    if "''" in run:
        run = run.replace("''", "”")
    if ",," in run:
        run = run.replace(",,", "„")
    return _BLANKS.sub(" ", run) if "\n" in run or "\t" in run else run


def _command(token: str, stack: list[str], keep_math: bool, depth: int) -> str:
    name = token[1:].rstrip() or token[1:]
    mark = _ACCENTS.get(name)
    if mark is not None:
        return place(_base(stack, keep_math, depth), mark)
    if name in ("(", "["):
        return _math(stack, "\\)" if name == "(" else "\\]", keep_math)
    if not name.isalpha():
        return CONTROL_SYMBOLS.get(name, name or "\\")
    if name in _WORDS:
        return _WORDS[name]
    if name in _RAISED:
        return _raised(_decoded(argument(stack), keep_math, depth + 1) if depth < _DEEPEST else "", _RAISED[name])
    if name in _NUMBERED:
        return _numbered(token, stack)
    if name in _VERBATIM:
        return argument(stack)
    if name == "ensuremath":
        return _math([argument(stack)], "", keep_math)
    for _ in range(HIDDEN_ARGUMENTS.get(name, 0)):
        argument(stack)
    known = name in SILENT or name in HIDDEN_ARGUMENTS or (stack and stack[-1] == "{")
    return "" if known else token


def _base(stack: list[str], keep_math: bool, depth: int) -> str:
    """Return what stands under an accent: the next letter, command or group; '' when there is nothing."""
    raw = argument(stack)
    return _decoded(raw, keep_math, depth + 1) if "\\" in raw and depth < _DEEPEST else raw


def _math(stack: list[str], closing: str, keep_math: bool) -> str:
    """Return the text of the math that ends at `closing`; a dollar without a partner is a dollar sign."""
    content: list[str] = []
    while stack and stack[-1].rstrip() != closing:
        content.append(stack.pop())
    if stack:
        stack.pop()
    elif closing == "$":
        stack.extend(reversed(content))
        return "$"
    raw = "".join(content)
    symbol = MATH.get(raw.strip().removeprefix("\\"), "")
    return symbol or (f"${raw}$" if keep_math else math_text(raw))


def _raised(text: str, characters: dict[str, str]) -> str:
    """Return `text` in super- or subscript characters, where all of it has them."""
    return "".join(characters[c] for c in text) if all(c in characters for c in text) else text


def _numbered(token: str, stack: list[str]) -> str:
    r"""Return the character of `\unicode{8206}`, `\char"E9`, `\symbol{233}`; nothing where the number is none."""
    digits = argument(stack, whole=True).strip()
    base = 16 if digits[:1] in ('"', "x") else 10
    found = re.match(r"[0-9A-Fa-f]{1,6}" if base == 16 else r"\d{1,7}", digits.lstrip('"x'))
    if not found:
        return token + digits
    number = int(found[0], base)
    rest = digits.lstrip('"x')[found.end() :]
    return (chr(number) if 32 <= number < 0x110000 and not 0xD800 <= number < 0xE000 else "") + rest
