"""Cut strings out of what surrounds them: brackets, punctuation, escapes."""

import html
import re
from functools import cache

#: No identifier is longer (characters): what is longer is looked at no further.
LONGEST = 2048

CLOSERS = {")": "(", "]": "[", "}": "{", ">": "<"}


@cache
def regex(pattern: str) -> re.Pattern[str]:
    """Return `pattern` compiled at its first use, without regard to case; digits and letters are those of ASCII."""
    return re.compile(pattern, re.I | re.A | re.S)


def unescape(text: str) -> str:
    """Return `text` with HTML's references resolved, those with a semicolon only: `&copy=1` is a parameter."""
    if "&" not in text:
        return text
    return regex(r"&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31}\d{0,2});").sub(lambda found: html.unescape(found[0]), text)


def unbalanced_off(text: str, punctuation: str = ".,;:!?'’\"*…") -> str:
    """Return `text` without trailing punctuation and without closing brackets that it never opens."""
    end = len(text)
    surplus: dict[str, int] = {}
    while end:
        last = text[end - 1]
        if last in CLOSERS:
            if last not in surplus:
                surplus[last] = text.count(last, 0, end) - text.count(CLOSERS[last], 0, end)
            if surplus[last] <= 0:
                break
            surplus[last] -= 1
        elif last not in punctuation:
            break
        end -= 1
    return text[:end]


def shown(text: str) -> str:
    """Return `text` as a message shows it: on one line, cut where it is long."""
    line = " ".join(text[:LONGEST].split())
    return line if len(line) <= 80 else f"{line[:77]}..."
