"""Ordinal numbers of meetings: `37th`, `thirty-first`, `Twenty Third`."""

import re

_UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WHOLE_TENS = ("twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth")

#: Ordinals of one word, with the misspellings that proceedings have printed.
ONE_WORD: dict[str, int] = {
    **{word: value for value, word in enumerate(_UNITS + _TEENS, 1)},
    **{word: value for value, word in zip(range(20, 100, 10), _WHOLE_TENS, strict=True)},
    "twelveth": 12, "twelth": 12, "eigth": 8, "ninteenth": 19, "forth": 4, "nineth": 9, "fourtieth": 40,
}  # fmt: skip

#: First words of ordinals of two words.
TENS: dict[str, int] = {
    **{word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)},
    "fourty": 40, "fourthy": 40,
}  # fmt: skip

#: Words that an ordinal may begin with.
FIRST_WORDS = frozenset(ONE_WORD) | frozenset(TENS)

_NUMERAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")


def value(word: str, following: str = "") -> tuple[int, int]:
    """Return the ordinal that a lower-case word starts and how many words it takes (1 or 2): (0, 0) when none.

    `31th` counts as well as `31st`: proceedings print both.
    """
    if word[0].isdigit():
        found = _NUMERAL.fullmatch(word)
        return (int(found[1]), 1) if found else (0, 0)
    if word in TENS and following in _UNITS:
        return TENS[word] + ONE_WORD[following], 2
    return (ONE_WORD[word], 1) if word in ONE_WORD else (0, 0)
