"""Find a venue under a spelling that is not listed: words cut short or left out, one typing error."""

from collections.abc import Sequence

from rapidfuzz.distance import OSA

from bibkit.model import venue_year
from bibkit.model.venue_hit import Found, whole
from bibkit.model.venue_index import KINDS, STOP, Index, skeleton
from bibkit.model.venue_words import EXPANSIONS
from bibkit.text.venue_text import VenueText

#: Words before a name that are not part of it.
LEAD = frozenset({"in", "the", "proceedings", "proc", "proceeding", "proccedings", "procedings", "of"})

#: Fewest letters of an acronym, and of a name, in which one typing error is looked for.
FUZZY_ACRONYM, FUZZY_NAME = 5, 20

#: Fewest letters of an acronym in which any typing error is looked for, not only two letters swapped: among shorter
#: ones a letter more or another letter makes another conference (ICMLA, IJCAR, MICAI).
FUZZY_LONG_ACRONYM = 7

#: Fewest letters that an abbreviation keeps of a word; `J.` and `U.S.A.` keep one.
ABBREVIATION = 3

_ONE_LETTER = frozenset({"j", "u", "s", "a"})


def abbreviated(index: Index, parsed: VenueText) -> Found | None:
    """Find a name with its words cut short (`IEEE Trans. Neural Networks Learn. Syst.`) or other small words."""
    words = [token.word for token in parsed.tokens if token.role == "word"]
    while words and words[0] in LEAD and words[0] != "proc":
        words = words[1:]
    bones = [word for word in words if word not in STOP]
    if len(bones) < len(("Mach.", "Learn.")):
        return None
    form = index.skeletons.get(skeleton(words)) or _uncut(index, bones)
    if form is None:
        return None
    row = index.forms[form][0]
    return Found(row, "abbreviated", venue_year.of(index, parsed, [whole(index, parsed, form)], row))


def _uncut(index: Index, bones: Sequence[str]) -> str | None:
    """Return a spelling of the one venue whose words begin like these, or None."""
    initials = "".join(word[0] for word in bones)
    forms = [form for form in index.initials.get(initials, ()) if _is_cut(bones, form)]
    return forms[0] if len({index.forms[form][0] for form in forms}) == 1 else None


def _is_cut(bones: Sequence[str], form: str) -> bool:
    full = [word for word in form.split(" ") if word not in STOP]
    return all(
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
        return True
    if " " in form or KINDS[index.forms[form][1]] not in ("acronym", "name") or len(form) < FUZZY_ACRONYM:
        return False
    return len(form) >= FUZZY_LONG_ACRONYM or sorted(form) == sorted(text)
