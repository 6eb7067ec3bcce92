"""LaTeX math -> text: `O(n \\log n)` is `O(n log n)`, `L_2` is `L2`, `\\frac{a}{b}` is `a/b`."""

import re

from bibkit.text.latex_table import (
    BLACKBOARD,
    CONTROL_SYMBOLS,
    FUNCTIONS,
    KERNEL_MATH,
    MATH,
    MATH_ALIASES,
    MATH_MARKS,
    MATH_PACKAGES,
    MATH_STYLES,
    SILENT,
    TEXT,
    TEXT_ALIASES,
)
from bibkit.text.latex_tokens import argument, place

#: Math in Unicode text: a pair of dollars hugging what they hold, the second one not followed by a digit (US$ 5, $5).
MATH_IN_TEXT = re.compile(r"\$(?![\s$])([^$]*?)(?<![\s\\])\$(?!\d)")

_TOKEN = re.compile(r"\\[A-Za-z]+|\\.|[{}^_~&]|\\|[^\\{}^_~&]+", re.DOTALL)
_COMMAND = re.compile(r"\\([A-Za-z]+|.)", re.DOTALL)
_WORDS = TEXT | TEXT_ALIASES | MATH_PACKAGES | MATH_ALIASES | MATH
#: What a superscript prints that is a sign of its own.
_RAISED = {r"\circ": "°", r"\prime": "′"}
_SAFE = frozenset((*MATH, *MATH_ALIASES, *MATH_MARKS, *FUNCTIONS, *MATH_STYLES, *"{},;:!#%&_", "frac", "sqrt"))
_DEEPEST = 20  #: nested arguments beyond this depth are read flat


def math_text(math: str, depth: int = 0) -> str:
    """Return what a math formula says in one line of text; never raises. Positions (up, down) are not shown."""
    stack = _TOKEN.findall(math)
    stack.reverse()
    out: list[str] = []
    while stack:
        token = stack.pop()
        if token[0] == "\\":
            out.append(_command(token[1:], stack, depth))
        elif token == "^":
            out.append(_superscript(stack))
        elif token in "~&":
            out.append(" ")
        elif token not in "{}_":
            out.append(token)
    return "".join(out).strip()


def kernel_math(math: str) -> str:
    """Return a formula with commands of the LaTeX kernel alone, '' where it has no such form or isn't balanced."""
    math = _COMMAND.sub(lambda found: "\\" + KERNEL_MATH.get(found[1], found[1]), math)
    if any(sign in math.replace(rf"\{sign}", "") for sign in "%#&"):
        return ""
    depth = 0
    for brace in re.findall(r"[{}]", math):
        depth += 1 if brace == "{" else -1
        if depth < 0:
            return ""
    return math if depth == 0 and all(name in _SAFE for name in _COMMAND.findall(math)) else ""


def _superscript(stack: list[str]) -> str:
    raw = argument(stack)
    if raw.strip() in _RAISED:
        return _RAISED[raw.strip()]
    stack.extend(reversed(_TOKEN.findall(raw)))
    return ""


def _command(name: str, stack: list[str], depth: int) -> str:
    if name in MATH_MARKS:
        return place(_argument(stack, depth), MATH_MARKS[name])
    if name == "frac":
        return f"{_argument(stack, depth)}/{_argument(stack, depth)}"
    if name == "sqrt":
        return "√" + _argument(stack, depth)
    if name == "mathbb":
        letters = _argument(stack, depth)
        return BLACKBOARD.get(letters, letters)
    if name in SILENT:
        if stack and stack[-1][0] == " ":
            stack.append(stack.pop().lstrip() or "{")
        return ""
    if not name.isalpha():
        return CONTROL_SYMBOLS.get(name, name)
    return _WORDS.get(name, name)


def _argument(stack: list[str], depth: int) -> str:
    raw = argument(stack)
    return math_text(raw, depth + 1) if depth < _DEEPEST else raw
