"""Find a venue under a spelling that is not listed: words cut short or left out, one typing error."""

from collections.abc import Sequence
from operator import ne

from rapidfuzz.distance import OSA

from bibkit.model import venue_year
from bibkit.model.venue_hit import Found, whole
from bibkit.model.venue_index import ABBREVIATED_AWAY, KINDS, Index, skeleton
from bibkit.model.venue_words import EXPANSIONS
from bibkit.text.venue_text import VenueText

#: Words before a name that are not part of it.
LEAD = frozenset({"in", "the", "proceedings", "proc", "proceeding", "proccedings", "procedings", "of"})

#: Fewest letters of an acronym, and of a name, in which one typing error is looked for.
FUZZY_ACRONYM, FUZZY_NAME = 5, 20

#: Fewest letters of the word that has the error: `Series A` is no misspelt `Series B`.
FUZZY_WORD = 4

#: Fewest letters of an acronym in which any typing error is looked for, not only two letters swapped: among shorter
#: ones a letter more or another letter makes another conference (ICMLA, IJCAR, MICAI).
FUZZY_LONG_ACRONYM = 7

#: Fewest letters that an abbreviation keeps of a word; `J.` and `U.S.A.` keep one.
ABBREVIATION = 3

#: Fewest words cut short in a name without a dot: with one, it may be another name (`Machine Learning: Health`).
UNDOTTED = 2

_ONE_LETTER = frozenset({"j", "u", "s", "a"})


def abbreviated(index: Index, parsed: VenueText) -> Found | None:
    """Find a name with its words cut short (`IEEE Trans. Neural Networks Learn. Syst.`) or other small words."""
    words = [token.word for token in parsed.tokens if token.role == "word"]
    while words and words[0] in LEAD and words[0] != "proc":
        words = words[1:]
    bones = [word for word in words if word not in ABBREVIATED_AWAY]
    if len(bones) < len(("Mach.", "Learn.")):
        return None
    dotted = "." in parsed.end or any("." in token.gap for token in parsed.tokens)
    form = index.skeletons.get(skeleton(words)) or _uncut(index, bones, 1 if dotted else UNDOTTED)
    if form is None:
        return None
    row = index.forms[form][0]
    return Found(row, "abbreviated", venue_year.of(index, parsed, [whole(index, parsed, form)], row))


def _uncut(index: Index, bones: Sequence[str], least: int) -> str | None:
    """Return a spelling of the one venue whose words begin like these, at least so many of them cut, or None."""
    initials = "".join(word[0] for word in bones)
    forms = [form for form in index.initials.get(initials, ()) if _is_cut(bones, form, least)]
    return forms[0] if len({index.forms[form][0] for form in forms}) == 1 else None


def _is_cut(bones: Sequence[str], form: str, least: int) -> bool:
    full = [word for word in form.split(" ") if word not in ABBREVIATED_AWAY]
    return sum(map(ne, bones, full)) >= least and all(
        cut == word
        or EXPANSIONS.get(cut) == word
        or (word.startswith(cut) and (len(cut) >= ABBREVIATION or cut in _ONE_LETTER))
        for cut, word in zip(bones, full, strict=True)
    )


def mistyped(index: Index, parsed: VenueText) -> Found | None:
    """Find a long acronym or a name with one typing error in it."""
    words = [token.word for token in parsed.tokens if token.role == "word"]
    while len(words) > 1 and words[0] in LEAD:
        words = words[1:]
    text = " ".join(words)
    if len(text) < FUZZY_ACRONYM or (len(text) < FUZZY_NAME and len(words) > 1):
        return None
    forms = [
        form
        for length in (len(text) - 1, len(text), len(text) + 1)
        for form in index.by_length.get(length, ())
        if form[0] == text[0] and OSA.distance(form, text, score_cutoff=1) == 1 and _may_be_mistyped(index, form, text)
    ]
    if len({index.forms[form][0] for form in forms}) != 1:
        return None
    row = index.forms[forms[0]][0]
    return Found(row, "fuzzy", venue_year.of(index, parsed, [whole(index, parsed, forms[0])], row))


def _may_be_mistyped(index: Index, form: str, text: str) -> bool:
    """Return whether one error is no sign of another venue in a spelling of that length."""
    if min(len(form), len(text)) >= FUZZY_NAME:
        return not any(
            min(len(one), len(other)) < FUZZY_WORD
            for one, other in zip(form.split(" "), text.split(" "), strict=False)
            if one != other
        )
    row, kind = index.forms[form]
    if " " in form or len(form) < FUZZY_ACRONYM or index.rows[row].get("acronym_needs_context"):
        return False
    if KINDS[kind] not in ("acronym", "name"):
        return False
    return len(form) >= FUZZY_LONG_ACRONYM or sorted(form) == sorted(text)
