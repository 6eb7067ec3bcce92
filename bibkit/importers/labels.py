"""Labels: what a list writes of year, month, venue and honours beside a title (`2018-NIPSw`, `ICLR'21 (Oral)`)."""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from bibkit.importers.inline import collapse

Known = Callable[[str], bool]  #: whether a text names a venue of the venue table, by itself

#: Two-digit years from here on are of the last century: the oldest work of a list is older than this table is young.
CENTURY = 60
#: A venue's name has at most as many letters and words; longer text is a sentence.
LONGEST_NAME, MOST_WORDS = 110, 16

#: A remark that gives an honour has at most so many words beside it; longer ones are prose that may mention one.
MOST_WORDS_BESIDE = 3

YEAR = r"(?:19|20)\d\d"
QUOTE = "['‘’‛`´ʼ′＇]"
_MONTH = r"(?:0?[1-9]|1[0-2])"
_MONTH_NAMES = (
    ("jan", "january"),
    ("feb", "february"),
    ("mar", "march"),
    ("apr", "april"),
    ("may",),
    ("jun", "june"),
    ("jul", "july"),
    ("aug", "august"),
    ("sep", "sept", "september"),
    ("oct", "october"),
    ("nov", "november"),
    ("dec", "december"),
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names}
_MONTH_NAME = rf"(?P<name>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"

#: Forms of a label, tried in order. `venue` may be empty; `short` is a two-digit year, right or broken.
_FORMS = tuple(
    re.compile(form, re.I)
    for form in (
        rf"(?P<year>{YEAR})\s*[./-]\s*(?P<month>{_MONTH})(?:\s*[./-]\s*\d{{1,2}}(?!\d))?(?:\s*[-,|:\s]\s*(?P<venue>\D.*))?",
        rf"(?P<year>{YEAR})(?:\s*[-–—,:./|\s]\s*(?P<venue>\D.*))?",
        rf"(?:(?P<venue>.*?)[\s,(-]+)??{_MONTH_NAME}(?:\s*\d{{1,2}})?\s*,?\s*(?P<year>{YEAR})\)?",
        rf"(?P<venue>.*?\D)[\s,(:|/-]+(?P<year>{YEAR})\s*[./-]\s*(?P<month>{_MONTH})(?:[./-]\d{{1,2}})?\)?",
        rf"(?P<venue>.*?\S)\s*[-,]?\s*{QUOTE}\s*(?P<short>\d{{1,4}})\s*{QUOTE}?(?P<tail>[\s-]+\D*)?",
        rf"(?P<venue>\D*?[^\s\d,.(–-]\s*)[\s,.:(/|–—-]*(?P<year>{YEAR})\)?(?P<tail>\s+\D+)?",
        rf"(?P<venue>.*?\S)\s*[,.(|–—]\s*(?P<year>{YEAR})\)?(?P<tail>\s+\D+)?",
        rf"(?P<venue>.*?\S)\s+(?P<year>{YEAR})",
        r"(?P<venue>[a-z][a-z /&.]*?)\s*-?\s*(?P<short>\d\d)(?P<tail>[\s-]+\D*)?",
        r"(?P<venue>arxiv)\W{0,2}(?:abs/)?(?P<id>\d{4}\.\d{4,5}(?:v\d+)?)(?:\s*\[[\w.-]+\]?)?",
        r"(?P<venue>.+)",
    )
)

#: Honours as written -> flag. A candidate for a prize has not won it.
_HONOURS = (
    (re.compile(r"\boral\b(?:\s+presentation)?", re.I), "oral"),
    (re.compile(r"\bspot-?light\b(?:\s+presentation)?", re.I), "spotlight"),
    (
        re.compile(
            r"\b(?:outstanding\s+paper|best\s+(?:\w+\s+)?paper)(?:\s+award)?\b"
            r"(?!\s+(?:award\s+)?(?:candidate|finalist|nomin|honou?rable|runner))",
            re.I,
        ),
        "best-paper",
    ),
)
_WORKSHOP = re.compile(r"\bworkshop\b", re.I)
_EMPTY_BRACKETS = re.compile(r"[(\[（]\s*[!.,;]*\s*[)\]）]")


@dataclass(frozen=True, slots=True)
class Label:
    """What a label says; None and '' where it says nothing. `extra` is what stands beside the venue (a nickname)."""

    year: int | None = None
    month: int | None = None
    venue: str = ""
    flags: tuple[str, ...] = ()
    extra: str = ""
    problem: str = ""

    def filled(self, other: "Label") -> "Label":
        """Return this label with what it leaves open taken from another."""
        return Label(
            self.year or other.year,
            self.month or other.month,
            self.venue or other.venue,
            tuple(sorted({*self.flags, *other.flags})),
            self.extra or other.extra,
            self.problem or other.problem,
        )


@functools.lru_cache(maxsize=4096)
def parse(text: str, known: Known, *, sure: bool = False) -> Label | None:
    """Return what `text` says as a label, or None when it is none.

    A label gives a year, or names a known venue. With `sure` the place itself shows that this is a label; without
    it a venue beside the year must be known, so that `published in 2019` is none.
    """
    words, flags = honours(collapse(text).strip(" \t.,;:|–—"))
    if not words or len(words) > LONGEST_NAME or words.count(" ") >= MOST_WORDS:
        return None
    for form in _FORMS:
        match = form.fullmatch(words)
        if match and (label := _read(match.groupdict(), known, sure)):
            return replace(label, flags=flags)
    return None


def honours(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` without its words of honour, and the flags that they stand for, sorted."""
    flags = []
    for pattern, flag in _HONOURS:
        text, count = pattern.subn("", text)
        if count:
            flags.append(flag)
    if flags:
        text = collapse(_EMPTY_BRACKETS.sub("", text)).strip(" ,;:|–—-!")
    return text, tuple(sorted(flags))


def flags_of(remark: str) -> tuple[str, ...]:
    """Return the flags that a remark stands for: `Spotlight!`, `Best paper!`, `AutoML workshop`; () for prose."""
    left, flags = honours(remark)
    if _WORKSHOP.search(left):
        left, flags = _WORKSHOP.sub("", left), tuple(sorted((*flags, "workshop")))
    return flags if len(left.split()) <= MOST_WORDS_BESIDE else ()


def _read(groups: dict[str, str | None], known: Known, sure: bool) -> Label | None:
    """Return the label that a form's groups make, or None when they make no sense."""
    venue = _venue(groups.get("venue"), groups.get("tail"))
    year, problem = _year(groups.get("year"), groups.get("short"))
    month = int(groups.get("month") or 0) or MONTHS.get((groups.get("name") or "").lower())
    dated = bool(groups.get("year") or groups.get("short") or groups.get("id"))
    if not dated and not (venue and known(venue)):
        return None
    if venue and not any(c.isalpha() for c in venue):
        return None
    if not venue:
        return Label(year, month, problem=problem) if year else None
    if groups.get("id"):
        return Label(venue=venue, extra=f"{venue}:{groups['id']}")
    name, extra = _nickname(venue, known)
    if not known(name) and not (sure and (groups.get("year") or groups.get("short"))):
        return None
    if groups.get("short") and problem and not sure:
        return None
    return Label(year, month, name, extra=extra, problem=problem)


def _venue(venue: str | None, tail: str | None) -> str:
    parts = [(part or "").strip(" \t,;:|–—-()[]") for part in (venue, tail)]
    text = " ".join(p for p in parts if p)
    return re.sub(r"^(?:in|at|accepted (?:at|to|by|in)|published in|to appear (?:in|at))\s+", "", text, flags=re.I)


def _year(year: str | None, short: str | None) -> tuple[int | None, str]:
    """Return the year and, where the label's year is broken, the sentence that says so."""
    if year:
        return int(year), ""
    if not short:
        return None, ""
    if re.fullmatch(YEAR, short):
        return int(short), ""
    if len(short) == 2:
        return int(short) + (1900 if int(short) >= CENTURY else 2000), ""
    return None, f"the label's year '{short} is broken: two or four digits are expected"


def _nickname(venue: str, known: Known) -> tuple[str, str]:
    """Return the venue and the nickname that some lists put behind it (`CVPR-ResNeXt`), '' where there is none."""
    if "-" in venue and not known(venue):
        for place in (i for i, c in enumerate(venue) if c == "-"):
            if known(venue[:place]):
                return venue[:place], venue[place + 1 :]
    return venue, ""
