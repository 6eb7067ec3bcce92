"""The spellings of all venues, folded: what a venue string is looked up in."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

#: Kinds of spelling, by the number that the compiled table gives them.
KINDS = ("acronym", "name", "alias", "misspelling")

#: Words that two spellings of one name may differ in.
SMALL = frozenset({"a", "an", "and", "in", "of", "on", "the"})

#: Words that an abbreviated name leaves out.
ABBREVIATED_AWAY = SMALL | {"at", "for", "from", "to", "with"}

#: Words that make a name one of a meeting or a periodical, not only of a topic.
HEADS = frozenset({
    "colloquium", "conference", "journal", "letters", "magazine", "meeting", "notes", "preprint", "proceedings",
    "symposium", "track", "transactions", "workshop", "workshops",
})  # fmt: skip

#: Types of venues that are held somewhere: their titles may tell where and when, and with whom.
MEETINGS = frozenset({"conference", "workshop", "track"})

#: Ends of ids of the venues that belong to a conference, and the suffix each has.
CHILDREN = ("w", "srw", "findings", "demo", "db")

_WORD = re.compile(r"[^\W_]+")

#: Fewest words of a skeleton that stands for its name: shorter ones fall together with ordinary phrases.
SKELETON_WORDS = 3


class Index:
    """Which venue (row of the table) a folded spelling belongs to, and what follows from the spellings of a venue."""

    def __init__(
        self, rows: Sequence[Mapping[str, Any]], forms: Mapping[str, Sequence[int]], places: Sequence[str]
    ) -> None:
        self.rows = rows
        self.forms = forms  #: folded spelling -> (row, kind)
        self._places = places
        self.numbers = {row["id"]: number for number, row in enumerate(rows)}

    @cached_property
    def starts(self) -> dict[str, tuple[int, ...]]:
        """First word of a spelling -> how many words the spellings that begin with it have, longest first."""
        lengths: dict[str, set[int]] = defaultdict(set)
        for form in self.forms:
            words = form.split(" ")
            lengths[words[0]].add(len(words))
        return {word: tuple(sorted(found, reverse=True)) for word, found in lengths.items()}

    @cached_property
    def spellings(self) -> dict[int, list[str]]:
        """Row -> its folded spellings."""
        found: dict[int, list[str]] = defaultdict(list)
        for form, (row, _) in self.forms.items():
            found[row].append(form)
        return found

    @cached_property
    def words(self) -> dict[int, frozenset[str]]:
        """Row -> words that are no news beside its name: of a meeting's spellings and its parent's, else acronyms."""
        own = {
            row: {
                word
                for form in forms
                if self.rows[row]["type"] in MEETINGS or " " not in form
                for word in form.split(" ")
            }
            for row, forms in self.spellings.items()
        }
        return {
            row: frozenset(words | (own[self.numbers[parent]] if (parent := self.rows[row].get("parent")) else set()))
            for row, words in own.items()
        }

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of a spelling: none of them is taken for the name of a city."""
        return frozenset(word for forms in self.spellings.values() for form in forms for word in form.split(" "))

    @cached_property
    def places(self) -> frozenset[str]:
        """Words of places where editions were held."""
        return frozenset(self._places)

    @cached_property
    def skeletons(self) -> dict[str, str]:
        """Spelling without its small words -> the spelling, where only one venue has it."""
        found: dict[str, list[str]] = defaultdict(list)
        for form in self.forms:
            found[skeleton(form.split(" "))].append(form)
        return {
            bones: forms[0]
            for bones, forms in found.items()
            if bones and len({self.forms[form][0] for form in forms}) == 1
        }

    @cached_property
    def initials(self) -> dict[str, list[str]]:
        """First letters of the words of a spelling, small ones left out -> spellings, to look short forms up."""
        found: dict[str, list[str]] = defaultdict(list)
        for form, (_, kind) in self.forms.items():
            if KINDS[kind] in ("name", "alias") and " " in form:
                found["".join(word[0] for word in form.split(" ") if word not in ABBREVIATED_AWAY)].append(form)
        return found

    @cached_property
    def misspelled(self) -> dict[str, int]:
        """Misspelling in its own letter case -> row: those that fold like a right form are told by case alone."""
        return {text: row for row, venue in enumerate(self.rows) for text in venue.get("misspellings", ())}

    @cached_property
    def _written(self) -> dict[str, int]:
        return {
            _letters(text): row
            for row, venue in enumerate(self.rows)
            for text in (venue["acronym"] or "", *(period["acronym"] for period in venue.get("acronyms", ())))
        }

    def written(self, text: str) -> int | None:
        """Return the row whose acronym the text is, in the acronym's own letter case, or None."""
        return self._written.get(_letters(text))

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """Number of letters -> the spellings long enough to be found with a typing error in them."""
        found: dict[int, list[str]] = defaultdict(list)
        for form in self.forms:
            found[len(form)].append(form)
        return found

    @cached_property
    def volumes(self) -> dict[tuple[str, int], set[int]]:
        """(folded series or venue id, volume) -> years of the editions printed there."""
        found: dict[tuple[str, int], set[int]] = defaultdict(set)
        for row in self.rows:
            for year, edition in row.get("editions", {}).items():
                if "volume" in edition:
                    found[edition.get("series", "").lower() or row["id"], edition["volume"]].add(int(year))
        return found

    def is_word(self, folded: str, form: Sequence[int]) -> bool:
        """Return whether a spelling is an acronym that is an ordinary word as well, or has too few letters."""
        row, kind = form
        return KINDS[kind] == "acronym" and " " not in folded and bool(self.rows[row].get("acronym_needs_context"))

    def child(self, row: int, suffix: str) -> int | None:
        """Return the row of the workshop, track or findings volume that belongs to a conference, or None."""
        number = self.numbers.get(f"{self.rows[row]['id']}-{suffix}")
        return number if number is not None and self.rows[number].get("parent") == self.rows[row]["id"] else None

    def suffix(self, row: int) -> str:
        """Return the suffix of what any conference has (workshops, findings), '' of a venue with its own name."""
        venue = self.rows[row]
        suffix = str(venue["id"]).removeprefix(f"{venue.get('parent')}-")
        return suffix if suffix in CHILDREN else ""

    def generic(self, row: int) -> bool:
        """Return whether a venue is what any conference has (a workshop, findings), not one with a name of its own."""
        return bool(self.suffix(row))


def skeleton(words: Sequence[str]) -> str:
    """Return the words without small ones, or '' when too few are left to stand for a name."""
    left = [word for word in words if word not in SMALL]
    return " ".join(left) if len(left) >= SKELETON_WORDS else ""


def _letters(text: str) -> str:
    return " ".join(_WORD.findall(text))
