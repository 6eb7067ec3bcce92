"""Text -> ASCII letters and digits, for citation keys."""

import re
import unicodedata

from bibkit.text.latex import to_unicode

_LOWER = {
    "ß": "ss",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ł": "l",
    "ı": "i",
    "ŋ": "ng",
    "ħ": "h",
    "ŧ": "t",
    "ə": "e",
}
#: Letters without a canonical decomposition; `Þ` is `Th`.
_LETTERS = str.maketrans(
    _LOWER | {letter.upper(): plain.capitalize() for letter, plain in _LOWER.items() if len(letter.upper()) == 1}
)
_LATEX = re.compile(r"[\\{}$]")
_APOSTROPHES = re.compile("['’‘ʼʻ`´]")
_HYPHENS = re.compile(r"(?<=\w)[-‐‑](?=\w)")
_WORD = re.compile(r"[A-Za-z0-9]+")

#: Words that say little of a title.
STOP_WORDS = frozenset(
    """
    a an the on in of for to and or nor but with without from by at as is are was be do can how what why when where
    which who into onto over under via towards toward through its it
    """.split()  # noqa: SIM905
)


def words(text: str, *, joined: bool = False) -> list[str]:
    """Return the runs of ASCII letters and digits of a text, accents dropped; LaTeX is read, apostrophes vanish.

    A letter of another script vanishes (`β-VAE` is `VAE`). With `joined` a hyphenated word counts as one.
    """
    if _LATEX.search(text):
        text = to_unicode(text)
    text = _APOSTROPHES.sub("", text)
    if joined:
        text = _HYPHENS.sub("", text)
    if not text.isascii():
        text = "".join(
            c for c in unicodedata.normalize("NFKD", text.translate(_LETTERS)) if c < "\x80" or not _glues(c)
        )
    return _WORD.findall(text)


def fold(text: str) -> str:
    """Return a text as one run of ASCII letters and digits."""
    return "".join(words(text))


def significant(title_words: list[str]) -> list[str]:
    """Return the words that are no stop words; all of them when every one is."""
    return [word for word in title_words if word.lower() not in STOP_WORDS] or title_words


def _glues(character: str) -> bool:
    """Return whether a character vanishes without parting a word: marks, and letters of other scripts."""
    return unicodedata.category(character)[0] in "ML"
