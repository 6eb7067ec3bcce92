"""Small changes of wording: what a typing hand or a copy editor does to a title, as against another title."""

import re

from rapidfuzz.distance import OSA, Levenshtein

from bibkit.text.title_tables import FUNCTION_WORDS, NEAR_WORDS, OPPOSING, PLURALS, SPELLINGS, TURNING

_DIGITS = re.compile(r"\d+")

CHANGED_WORDS = 2  #: words that may differ
TYPO_LENGTH = 5  #: letters of the longer word from which one letter apart is a typing error, and not another word
SHORT_WORD = 3  #: letters up to which a final s is part of the word (bus, gas)


def edits(x: tuple[str, ...], y: tuple[str, ...]) -> list[str] | None:
    """Return the kinds of change by which one title becomes the other; None where that is more than a slip.

    Kinds: `typo`, `form` (plural), `spelling` (British), `stop` (a word of grammar). At most two words may differ in
    more than spelling, and at most one of them may be a word of grammar.
    """
    kinds: list[str] = []
    for left, right in _blocks(x, y):
        block = _block(left, right)
        if block is None:
            return None
        kinds += block
    if len(kinds) - kinds.count("spelling") > CHANGED_WORDS or kinds.count("stop") > 1:
        return None
    return kinds


def one_change(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Return whether one run of at most two words was exchanged, added or dropped, and not turned into its opposite.

    Not at the beginning: a title that opens otherwise, most of all with another name, is another paper's.
    """
    if x[:1] != y[:1]:
        return False
    blocks = [(left, right) for left, right in _blocks(x, y) if "".join(left) != "".join(right)]
    if len(blocks) != 1 or max(map(len, blocks[0])) > CHANGED_WORDS:
        return False
    left, right = blocks[0]
    return not TURNING.intersection(left + right) and not any(_opposite(p, q) for p in left for q in right)


def _opposite(p: str, q: str) -> bool:
    """Return whether two words are apart as a group's papers are: (local, global), (supervised, unsupervised)."""
    short, long = sorted((p, q), key=len)
    return (p in OPPOSING and q in OPPOSING) or (long.endswith(short) and long != short)


def _blocks(x: tuple[str, ...], y: tuple[str, ...]) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the runs of words in which two titles differ, side by side."""
    blocks: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    joined = False
    for step in Levenshtein.opcodes(x, y):
        if step.tag == "equal":
            joined = False
            continue
        left, right = blocks.pop() if joined else ((), ())
        blocks.append((left + x[step.src_start : step.src_end], right + y[step.dest_start : step.dest_end]))
        joined = True
    return blocks


def _block(left: tuple[str, ...], right: tuple[str, ...]) -> list[str] | None:
    """Return the kinds of change (see `_word`) in a run of words; None if it's more than that."""
    one, two = "".join(left), "".join(right)
    if one == two:
        return []
    if not left or not right:
        added = left or right
        return ["stop"] * len(added) if FUNCTION_WORDS.issuperset(added) else None
    if len(left) == len(right):
        kinds = [_word(p, q) for p, q in zip(left, right, strict=True) if p != q]
        if all(kinds):
            return [kind for kind in kinds if kind]
    if len(left) != len(right) and _typo(one, two):
        return ["typo"]
    for drop, keep in ((left, right), (right, left)):
        rest = tuple(word for word in drop if word not in FUNCTION_WORDS or word in keep)
        if len(drop) - len(rest) == 1 and rest and len(rest) == len(keep) and (block := _block(rest, keep)) is not None:
            return ["stop", *block]
    return None


def _word(p: str, q: str) -> str:
    """Return how two words differ: `stop`, `spelling`, `form`, `typo`, or '' for two different words."""
    if p in FUNCTION_WORDS and q in FUNCTION_WORDS:
        return "stop"
    if _american(p) == _american(q):
        return "spelling"
    if _singular(_american(p)) == _singular(_american(q)):
        return "form"
    return "typo" if _typo(p, q) else ""


def _typo(p: str, q: str) -> bool:
    """Return whether two words are one slip apart (a letter more, less, other, or two exchanged) and not two words.

    The first letter is not mistyped: `a` and `e` there make other words (asymmetric, emotion).
    """
    if max(len(p), len(q)) < TYPO_LENGTH or p[0] != q[0] or (p in NEAR_WORDS and q in NEAR_WORDS):
        return False
    return _DIGITS.findall(p) == _DIGITS.findall(q) and OSA.distance(p, q, score_cutoff=1) == 1


def _american(word: str) -> str:
    """Return a word in American spelling, as far as its pieces tell."""
    for british, american in SPELLINGS:
        word = word.replace(british, american)
    return word


def _singular(word: str) -> str:
    """Return a word without the ending of a plural; words of up to three letters as they are."""
    if len(word) > SHORT_WORD:
        for plural, singular in PLURALS:
            if word.endswith(plural):
                return word[: -len(plural)] + singular
    return word
