"""Arguments of LaTeX commands on a stack of tokens (the next token last), and accents on letters."""

import unicodedata

from bibkit.text.latex_table import SPACING

_DOTLESS = {"ı": "i", "ȷ": "j"}
_BELOW = 220  #: canonical combining class of marks under a letter; a dotless i keeps its form only there


def argument(stack: list[str], *, whole: bool = False) -> str:
    """Return the next argument without its braces, and take it off the stack: a group, a command or one character.

    With `whole`, plain text without braces is taken as far as it goes. '' when nothing is left or a group ends.
    """
    while stack and stack[-1].isspace():
        stack.pop()
    if not stack or stack[-1] in ("}", "$"):
        return ""
    token = stack.pop()
    if token == "{":
        return _group(stack)
    if token[0] == "\\" or whole:
        return token
    token = token.lstrip()
    if len(token) > 1:
        stack.append(token[1:])
    return token[:1]


def _group(stack: list[str]) -> str:
    parts: list[str] = []
    depth = 1
    while stack:
        token = stack.pop()
        depth += (token == "{") - (token == "}")
        if not depth:
            break
        parts.append(token)
    return "".join(parts)


def place(base: str, mark: str) -> str:
    """Return `base` with a combining mark on its first letter (over the marks it has), in NFC."""
    if not base or base.isspace():
        return SPACING.get(mark, "")
    end = 1
    while end < len(base) and unicodedata.combining(base[end]):
        end += 1
    letter = base[:end]
    if letter[0] in _DOTLESS and unicodedata.combining(mark) > _BELOW:
        letter = _DOTLESS[letter[0]] + letter[1:]
    return unicodedata.normalize("NFC", letter + mark) + base[end:]
