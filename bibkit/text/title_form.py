"""Titles: the normal form under which two spellings of one title are equal."""

import html
import re
import unicodedata
from functools import lru_cache

#: Titles whose normal form is remembered: a run compares the same few thousand titles over and over.
CACHE = 1 << 16

#: Letters that Unicode does not decompose, as bibliographies spell them in ASCII.
LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ŋ": "n",
    "ȷ": "j", "ʻ": "", "ʹ": "",
}  # fmt: skip

#: Greek letters and their names; macros of the same name (and `\var` + name) fold to the same word.
GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi", "ο": "omicron", "π": "pi", "ρ": "rho",
    "σ": "sigma", "ς": "sigma", "τ": "tau", "υ": "upsilon", "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip

#: LaTeX macros that stand for letters or words. Every other macro is dropped and its argument kept.
MACROS = {
    **{name: f" {name} " for name in GREEK.values()},
    **{name: f" {name} " for name in ("log", "exp", "min", "max", "sin", "cos", "tan", "inf", "sup", "arg", "det")},
    "ss": "ss", "ae": "ae", "oe": "oe", "o": "o", "l": "l", "aa": "a", "dh": "d", "dj": "d", "th": "th", "i": "i",
    "j": "j", "ell": "l", "textquotesingle": "'", "textasciiacute": "'", "textregistered": "",
    "ng": "n", "texttrademark": "", "textbackslash": " ", "textplus": "+", "textampersand": "&", "imath": "i",
    "jmath": "j", "s": "", "bf": "", "it": "", "em": "", "sc": "", "rm": "", "tt": "", "sf": "", "sl": "",
}  # fmt: skip

#: Macros that some sources have glued to their argument by dropping the braces (`\\mboxst`); the longer ones first.
GLUED = ("mathscr", "mathcal", "mathbb", "mathbf", "mathrm", "mathit", "mathsf", "mathfrak", "mbox", "sqrt", "textsc")

#: HTML and JATS elements that sources leave in titles. Other `<words>` are part of the title.
TAGS = (
    "i|b|u|a|p|br|em|strong|sub|sup|inf|sc|scp|tt|code|span|div|font|small|big|italic|bold|roman|underline|"
    "monospace|ovid:[a-z]+|jats:[\\w-]+|mml:[a-z]+|m:[a-z]+|math|mi|mo|mn|mrow|msub|msup|mtext|tex-math|"
    "inline-formula|alternatives|named-content|styled-content|xref|fn"
)

_PLAIN = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[^\W_]+")
_SPECIAL = re.compile(r"[\\{}$<&^_~\u0080-\U0010ffff]")
_TAG = re.compile(rf"</?(?:{TAGS})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_UNICODE_MACRO = re.compile(r"\\unicode\s*\{[^{}]*\}")
_FORMAL = re.compile(r"\\[-/()\[\]]")
_ACCENT = re.compile(
    r"""\\(?:[`'^"~=.]\s*|(?:text)?commabelow\s*(?=\{)|[HcvudbktrCU](?:\s*(?=[{\\])|\s+(?=[A-Za-z])))"""
)
_MACRO = re.compile(r"\\([A-Za-z]+)\s*")
_MARK = re.compile(r"[\u0300-\u036f\u200b-\u200f\u2060\ufeff\u00ad]+")
_NO_MARK = str.maketrans("", "", "{}$^_")
_APOSTROPHES = str.maketrans("", "", "'`\u2018\u2019\u02bc\u00b4\u2032\u201b\u02b9\u02bb\uff07")
_SPELLED = str.maketrans({**LETTERS, **{letter: f" {name} " for letter, name in GREEK.items()}})


@lru_cache(CACHE)
def words(title: str) -> tuple[str, ...]:
    """Return the words of a title in normal form: lower case, without accents, LaTeX, HTML and punctuation.

    Greek letters become their names, `&` becomes `and`, `+` becomes `plus`; apostrophes and formula signs vanish, all
    else that is no letter or digit separates words. Words of the result are their own normal form.
    """
    if _SPECIAL.search(title) is None:
        plain = title.lower().replace("'", "").replace("`", "")
        return tuple(_PLAIN.findall(plain.replace("+", " plus ") if "+" in plain else plain))
    return tuple(_WORD.findall(_fold(title)))


@lru_cache(CACHE)
def key(title: str) -> str:
    """Return the words of a title without the blanks between them: equal for spellings that differ in form only.

    Empty for a title without a letter or digit.
    """
    return "".join(words(title))


def _fold(title: str) -> str:
    """Return a title with everything but letters, digits and separators folded away."""
    text = html.unescape(html.unescape(title)) if "&" in title else title
    if "<" in text:
        text = _TAG.sub("", text)
    if "\\" in text:
        text = _unmacro(text)
    text = text.translate(_NO_MARK).translate(_APOSTROPHES)
    if not text.isascii():
        text = _MARK.sub("", unicodedata.normalize("NFKD", text)).translate(_APOSTROPHES)
    text = text.casefold().translate(_SPELLED)
    return text.replace("&", " and ").replace("+", " plus ")


def _unmacro(text: str) -> str:
    """Return text with LaTeX accents applied as no accent, macros for letters spelled out and other macros dropped."""
    text = _FORMAL.sub("", _UNICODE_MACRO.sub("", text))
    return _MACRO.sub(_macro, _ACCENT.sub("", text)).replace("\\", "")


def _macro(found: re.Match[str]) -> str:
    name = found[1]
    if name.startswith("var") and name[3:] in MACROS:
        name = name[3:]
    spelled = MACROS.get(name) or MACROS.get(name.lower())
    if spelled is not None:
        return spelled
    glued = next((macro for macro in GLUED if name.startswith(macro)), name)
    return name[len(glued) :]
