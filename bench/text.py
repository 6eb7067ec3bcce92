"""Measure LaTeX decoding and encoding, names, title protection and keys on real values, beside pylatexenc.

python bench/text.py FILE.jsonl[.gz] [CASES]

FILE holds records with a `raw` BibTeX entry each; CASES is a folder with latex_unicode_cases.jsonl, names_cases.jsonl
and keys_cases.jsonl, whose share of right answers is printed. Values hold no links and no identifiers.
"""

import gzip
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bibkit.formats import bib_values
from bibkit.model.citekey import DEFAULT, NAMED, Pattern, Taken, assign
from bibkit.model.creator import Creator
from bibkit.model.names import parse
from bibkit.model.work import Work
from bibkit.text.latex import to_latex, to_unicode
from bibkit.text.names import initials, split
from bibkit.text.protect import protect

FIELDS = ("title", "author", "booktitle", "journal", "publisher", "editor", "series", "note", "address")
_FIELD = re.compile(r"(?m)^\s*(\w+)\s*=\s*(?=[{\"])")
_MARKUP = re.compile(r"[\\{}$]")
PEER_VALUES = 2000  #: of each kind, for the slow peer


def entries(path: Path) -> Iterator[dict[str, str]]:
    """Yield the text fields of each record's BibTeX entry."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        for line in lines:
            raw = json.loads(line).get("raw", "")
            if raw.startswith("@"):
                found = ((m[1].lower(), bib_values.read(raw[m.end() :], {}).text) for m in _FIELD.finditer(raw))
                yield {name: text for name, text in found if name in FIELDS}


def rate(what: str, work: Callable[[Any], object], values: Sequence[Any]) -> float:
    """Print values a second and microseconds a value, and return the latter."""
    start = time.perf_counter()
    for value in values:
        work(value)
    each = (time.perf_counter() - start) / max(len(values), 1) * 1e6
    print(f"{what:<34} {1e6 / each:>10,.0f} /s {each:>9.1f} us   ({len(values):,})")
    return each


def beside_peer(values: Sequence[str], marked: Sequence[str], texts: Sequence[str]) -> None:
    """Print the ratios to pylatexenc, if that is installed."""
    try:
        from pylatexenc.latex2text import LatexNodes2Text
        from pylatexenc.latexencode import UnicodeToLatexEncoder
    except ImportError:
        print("pylatexenc is not installed: no ratio")
        return
    decode = LatexNodes2Text().latex_to_text
    encode = UnicodeToLatexEncoder(
        replacement_latex_protection="braces-all", unknown_char_warning=False
    ).unicode_to_latex
    for what, ours, theirs, sample in (
        ("decode, every value", to_unicode, decode, values),
        ("decode, values with markup", to_unicode, decode, marked),
        ("encode, every value", to_latex, encode, texts),
    ):
        some = sample[:: max(1, len(sample) // PEER_VALUES)]
        ratio = rate(f"  {what}", ours, some) / rate("    pylatexenc", theirs, some)
        print(f"    ratio {ratio:.4f}")


def key_all(works: Iterable[Work]) -> None:
    """Give every work a key, as resolving a catalog does."""
    pattern, taken = Pattern.parse(DEFAULT), Taken()
    for work in works:
        taken.add(pattern.key(work, taken))


def cases(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of a case file without its header."""
    return [json.loads(line) for line in (folder / name).open(encoding="utf-8")][1:]


def share(what: str, right: Sequence[bool]) -> None:
    """Print how many cases are right."""
    print(f"{what:<34} {sum(right):>5} of {len(right):<5} {sum(right) / max(len(right), 1):.1%}")


def judge(folder: Path) -> None:
    """Print the share of right cases of each kind. LaTeX is judged by the text that it decodes to."""
    rows = cases(folder, "latex_unicode_cases.jsonl")
    share("LaTeX -> Unicode", [_loose(to_unicode(row["latex"])) == _loose(row["unicode"]) for row in rows])
    back = [row for row in rows if row["reverse"] and row["kind"] in ("name", "title")]
    share("Unicode -> LaTeX", [_bare(to_latex(row["unicode"])) == _bare(row["canonical"]) for row in back])
    rows = cases(folder, "names_cases.jsonl")
    share("names", [_names(row["input"]) == row["names"] for row in rows])
    rows = [row for row in cases(folder, "keys_cases.jsonl") if row.get("pattern") != "alpha-label"]
    share("keys and collisions", [_key(row) == row["expected"] for row in rows])


def _loose(text: str) -> str:
    """Return a text as the cases compare it: apostrophes and lowered digits alike."""
    return re.sub("[’‘]", "'", text).translate(dict(zip(range(0x2080, 0x208A), "0123456789", strict=True)))


def _bare(latex: str) -> str:
    return re.sub(r"\{([A-Za-z]+)\}", r"\1", latex).replace("~", " ")


def _names(field: str) -> list[dict[str, str]]:
    return [
        {"first": n.first, "von": n.von, "last": n.last, "jr": n.jr, "initials": initials(n.first)}
        for n in split(field)
    ]


def _key(row: dict[str, Any]) -> object:
    if row["kind"] == "collision":
        return assign(row["bases"], row["pinned"])
    entry = row["entry"]
    people = tuple(Creator(family=author["last"], particle=author["von"]) for author in entry["authors"])
    work = Work(title=entry["title"], authors=people, others=entry["others"], date=str(entry["year"] or ""))
    return Pattern.parse(NAMED[row["pattern"]]).key(work)


def main() -> None:
    """Read the files named on the command line and print all figures."""
    found = list(entries(Path(sys.argv[1])))
    values = sorted({text for fields in found for text in fields.values()})
    marked = [value for value in values if _MARKUP.search(value)]
    texts = [to_unicode(value) for value in values]
    authors = [fields["author"] for fields in found if "author" in fields]
    works = [Work(title=to_unicode(f.get("title", "")), authors=parse(f.get("author", ""))) for f in found]
    rate("decode, every value", to_unicode, values)
    rate("decode, values with markup", to_unicode, marked)
    rate("encode, every value", to_latex, texts)
    rate("split an author field", split, authors)
    rate("parse an author field", parse, authors)
    rate("protect a title", protect, [work.title for work in works])
    start = time.perf_counter()
    key_all(works)
    each = (time.perf_counter() - start) / max(len(works), 1) * 1e6
    print(f"{'key':<34} {1e6 / each:>10,.0f} /s {each:>9.1f} us   ({len(works):,})")
    beside_peer(values, marked, texts)
    if len(sys.argv) > 2:
        judge(Path(sys.argv[2]))


if __name__ == "__main__":
    main()
