"""Real records asked for with mistakes of every kind, beside their nearest neighbours: never a wrong match."""

import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rapidfuzz import fuzz

from bibkit.model.venue import Venues
from bibkit.resolve import cases, match
from bibkit.text import titles
from tests.resolve.made import table

Row = dict[str, Any]
EACH = 150  #: works asked for in each way
NEIGHBOURS = 4
COMMON = 1500  #: titles with a word from which it finds no neighbours
SEED = 20261121

pytestmark = [pytest.mark.shared, pytest.mark.slow]


class Pool:
    """Official records by the words of their titles."""

    def __init__(self, path: Path) -> None:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        official = [row for row in rows if row["grade"] == "A" and row["kind"] == "published" and row.get("year")]
        self.rows = [_candidate(row) for row in official if row["authors"] and len(titles.words(row["title"])) > 3]
        self.by_word: dict[str, list[int]] = defaultdict(list)
        self.by_key: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            self.by_key[titles.key(row["title"])].append(number)
            for word in set(titles.words(row["title"])):
                self.by_word[word].append(number)

    def near(self, title: str, *without: Row) -> list[Row]:
        """Return the records with the most alike titles, without those of these works."""
        shared = Counter(
            number for word in titles.words(title) if len(self.by_word[word]) < COMMON for number in self.by_word[word]
        )
        keys = {titles.key(row["title"]) for row in without}
        rows = [self.rows[number] for number, _ in shared.most_common(80)]
        others = [row for row in rows if titles.key(row["title"]) not in keys and not _same_doi(row, without)]
        return sorted(others, key=lambda row: -fuzz.ratio(row["title"], title))[:NEIGHBOURS]


def _candidate(row: Row) -> Row:
    names = [f"{author.get('given', '')} {author.get('family', '')}".strip() for author in row["authors"]]
    place = row.get("booktitle") or row.get("journal") or ""
    keep = {name: row.get(name) for name in ("title", "year", "doi", "url")}
    return {**keep, "rid": row["id"], "authors": names, "venue": place, "type": "inproceedings"}


def _same_doi(row: Row, others: tuple[Row, ...]) -> bool:
    return bool(row["doi"]) and any(row["doi"] == other["doi"] for other in others)


def _initial(name: str) -> str:
    given, _, family = name.rpartition(" ")
    return f"{given[:1]}. {family}" if given else family


def _typo(row: Row, other: Row, dice: random.Random) -> Row:
    words = row["title"].split()
    places = [place for place, word in enumerate(words) if len(word) > 5 and word.isalpha()]
    if places:
        place, at = dice.choice(places), dice.randrange(1, 5)
        word = words[place]
        words[place] = dice.choice([word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :]])
    return {"title": " ".join(words)}


def _cut(row: Row, other: Row, dice: random.Random) -> Row:
    return {"title": row["title"].partition(":")[0]}


def _behind(row: Row, other: Row, dice: random.Random) -> Row:
    return {"title": row["title"].partition(":")[2] or row["title"]}


def _recombined(row: Row, other: Row, dice: random.Random) -> Row:
    return {"title": f"{other['title'].partition(':')[0]}: {row['title'].partition(':')[2] or row['title']}"}


def _word(row: Row, other: Row, dice: random.Random) -> Row:
    words, foreign = row["title"].split(), other["title"].split()
    words[dice.randrange(len(words))] = dice.choice(foreign)
    return {"title": " ".join(words)}


def _as_it_is(row: Row, other: Row, dice: random.Random) -> Row:
    return {}


#: way of asking -> what changes the title
TITLES: dict[str, Callable[[Row, Row, random.Random], Row]] = {
    "as it is": _as_it_is, "with a typo": _typo, "main title": _cut, "without its name": _behind,
    "recombined": _recombined, "a word exchanged": _word,
}  # fmt: skip

#: way of naming the authors -> the field
AUTHORS: dict[str, Callable[[Row, Row], Row]] = {
    "all": lambda row, other: {"authors": row["authors"]},
    "initials": lambda row, other: {"authors": [_initial(name) for name in row["authors"]]},
    "first": lambda row, other: {"authors": [row["authors"][0], "others"]},
    "another's": lambda row, other: {"authors": other["authors"]},
    "none": lambda row, other: {},
}


@pytest.fixture(scope="module")
def pool(shared: Path) -> Pool:
    return Pool(shared / "records" / "pool.jsonl.gz")


@pytest.fixture(scope="module")
def venues() -> Venues:
    return table()


@pytest.mark.parametrize("authors", AUTHORS)
@pytest.mark.parametrize("way", TITLES)
@pytest.mark.parametrize("present", [True, False], ids=["record there", "record absent"])
def test_never_a_wrong_match(way: str, authors: str, present: bool, pool: Pool, venues: Venues) -> None:
    dice = random.Random(f"{SEED} {way} {authors} {present}")
    wrong: list[tuple[Row, str]] = []
    for _ in range(EACH):
        row, other = dice.choice(pool.rows), dice.choice(pool.rows)
        asked = {
            "title": row["title"],
            "year": row["year"],
            **TITLES[way](row, other, dice),
            **AUTHORS[authors](row, other),
        }
        records = [*([row] if present else []), other, *pool.near(asked["title"], row, other)]
        dice.shuffle(records)
        decision = match.decide(cases.query(asked), map(cases.record, records), venues)
        if decision.chosen is None:
            continue
        chosen = decision.chosen.record
        own = chosen.id == row["rid"] and way != "recombined" and authors != "another's"
        # Where a record has just the title and the authors that were asked for, it is the work, whatever was meant.
        asked_for = "title exact" in decision.chosen.evidence and "authors conflict" not in " ".join(
            decision.chosen.evidence
        )
        if not own and not asked_for:
            wrong.append((asked, chosen.work.title))
    assert wrong == []
