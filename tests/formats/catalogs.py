"""Hypothesis strategies for catalogs and locks, with all the texts that YAML and JSON could trip over."""

from dataclasses import replace

from hypothesis import strategies as st

from bibkit.model.catalog import Catalog, Entry, ListedItem, ListedLink, Listing, Question, Section, SurveyList
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.lock import EntryState, Lock
from bibkit.model.record import Match, Record
from bibkit.model.work import Work

#: Texts that some YAML reader makes something else of, or that break a naive writer.
NASTY = [
    "2010.10590", "1e5", "no", "No", "NO", "off", "y", "null", "~", "0x1F", "0o17", "017", "1_000", "1,000", "1:30",
    "190:20:30", "2020-01-02", "2017-06", "2001-12-14t21:59:43.10-05:00", ".5", "5.", "-1", "+1", ".inf", "-.INF",
    ".nan", "=", "<<", "true", "@foo", "`foo`", "*foo", "&foo", "!foo", "%foo", "|", ">", "- a", "-", "?", "? a", ":",
    "a: b", "a:", "a:b", ":a", "a #b", "a#b", "#a", "[a]", "[a] b", "{a}", "{a: b}", "0'{", "0?",
    "a, b", "'a'", '"a"', "it's",
    'say "x"', "a\\b", "a\\nb", " a", "a ", "\ta", "a\tb", "a\nb", "a\n\nb\n", "\n", "a\r\nb", "a\rb", "a\x85b",
    "a\u2028b", "a\u2029b", "\ufeffa", "a\x07b", "a\x7fb", "a\x9fb", "\ufffe", "😀 emoji", "Ω", "𝒳", "a\u00a0b",
    "---", "--- a", "...", "''", '""', "{{x}}", "${x}", "10.1000/xyz<1>", "x" * 300, "é" * 3,
]  # fmt: skip

WORDS = st.sampled_from(NASTY)
ANY = st.one_of(WORDS, st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30))
SOME = ANY.filter(bool)
KEYS = st.one_of(
    st.from_regex(r"[a-z]{1,6}[0-9]{4}[a-z]{0,5}", fullmatch=True),
    st.sampled_from(
        ["no", "on2020", "null", "2010.10590", "1e5", "y", "Émile2020", "a:b", "#x", "'q", "DBLP:conf/x/Y", "~"]
    ),
)
PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
CREATORS = st.one_of(
    st.builds(Creator, family=PLAIN, given=PLAIN, particle=PLAIN, suffix=PLAIN),
    st.builds(Creator, family=st.sampled_from(["Vaswani", "de la Cruz", "King Saud", "van"]), given=st.just("A. B.")),
    st.builds(Creator, literal=SOME),
).filter(lambda creator: creator != Creator())
DATES = st.sampled_from(["", "2017", "2017-06", "2017-06-30"])
IDENTIFIERS = st.dictionaries(st.sampled_from(["doi", "arxiv", "acl", "isbn", "s2"]), SOME, max_size=3).map(
    lambda found: tuple(sorted(Identifier(scheme, value) for scheme, value in found.items()))
)


def _works(title: st.SearchStrategy[str]) -> st.SearchStrategy[Work]:
    return st.builds(
        Work,
        type=st.sampled_from(["article", "misc"]),
        title=title,
        authors=st.lists(CREATORS, max_size=3).map(tuple),
        others=st.booleans(),
        editors=st.lists(CREATORS, max_size=1).map(tuple),
        date=DATES,
        venue=ANY,
        container=ANY,
        number=ANY,
        pages=ANY,
        note=ANY,
        identifiers=IDENTIFIERS,
        url=ANY,
    )


TITLED, WORKS = _works(SOME), _works(ANY)
TAGS = st.lists(SOME, max_size=3).map(tuple)
PINS = st.lists(st.sampled_from(["title", "date", "identifiers.doi", "identifiers"]), max_size=2, unique=True).map(
    tuple
)
STATUS = st.sampled_from(["new", "resolved", "preprint", "ambiguous", "unresolved"])
ENTRIES = st.builds(
    Entry, key=st.just(""), work=TITLED, status=STATUS, reason=ANY, pinned=PINS, aliases=TAGS, answer=ANY
)
LINKS = st.lists(st.builds(ListedLink, role=ANY, url=ANY, label=ANY), max_size=2).map(tuple)

#: A digit stands for a key, see `_with_keys`.
_DIGIT = st.sampled_from("0123456789")
_REST = {"url": ANY, "flags": TAGS, "links": LINKS, "note": ANY}
LISTINGS = st.lists(
    st.one_of(
        st.builds(Listing, key=_DIGIT),
        st.builds(Listing, key=_DIGIT, **_REST),
        st.builds(Listing, resource=SOME, **_REST),
    ),
    max_size=3,
).map(tuple)
SECTIONS = st.lists(
    st.recursive(
        st.builds(Section, name=ANY, listings=LISTINGS),
        lambda below: st.builds(Section, name=ANY, listings=LISTINGS, sections=st.lists(below, max_size=2).map(tuple)),
        max_leaves=3,
    ),
    max_size=2,
).map(tuple)
SURVEYS = st.builds(
    SurveyList,
    slug=st.sampled_from(["dnn", "gpt", "My.List-2"]),
    title=ANY,
    source=ANY,
    listings=LISTINGS,
    sections=SECTIONS,
)
RECORDS = st.builds(
    Record,
    source=st.sampled_from(["crossref", "local", "list:dnn", "list-x", "state", "A/b"]),
    id=PLAIN,
    work=WORKS,
    grade=st.sampled_from(["A", "B", "C"]),
    kind=st.sampled_from(["published", "preprint"]),
    origin=ANY,
    day=st.sampled_from(["", "2026-01-02"]),
    relations=st.lists(st.tuples(st.just("is-preprint-of"), ANY), max_size=1).map(tuple),
)
MATCHES = st.builds(
    Match,
    record=RECORDS.map(lambda record: replace(record, source="local")),
    verdict=st.sampled_from(["match", "review", "no"]),
    score=st.integers(0, 10_000).map(lambda part: part / 10_000),  # the matcher rounds so
    evidence=st.lists(ANY, max_size=2).map(tuple),
    flags=TAGS,
)
QUESTIONS = st.builds(
    lambda reason, candidates, answered: Question(
        "", reason, candidates, f"local:{candidates[0].record.id}".strip() if answered and candidates else "none"
    ),
    ANY,
    st.lists(MATCHES, max_size=2, unique_by=lambda match: match.record.id.strip()).map(tuple),
    st.booleans(),
).filter(lambda question: question.answer in ("none", *(f"local:{m.record.id}" for m in question.candidates)))
ITEMS = st.lists(
    st.builds(
        ListedItem,
        key=st.one_of(st.just(""), KEYS),
        line=st.integers(1, 10**6),
        section=st.lists(ANY, max_size=3).map(tuple),
        kind=st.sampled_from(["paper", "resource"]),
        title=ANY,
        year=st.one_of(st.none(), st.integers(0, 2100)),
        month=st.one_of(st.none(), st.integers(1, 12)),
        venue_raw=ANY,
        venue=ANY,
        flags=TAGS,
        url=ANY,
        links=LINKS,
        note=ANY,
    ),
    min_size=1,
    max_size=3,
).map(tuple)


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """Return catalogs whose lists and questions refer to their entries."""
    keys = sorted(draw(st.lists(KEYS, max_size=4, unique=True)), key=lambda key: (key.lower(), key))
    surveys = draw(st.lists(SURVEYS, max_size=2, unique_by=lambda survey: survey.slug))
    asked = draw(st.booleans())
    return Catalog(
        entries={key: replace(draw(ENTRIES), key=key) for key in keys},
        lists={
            survey.slug: replace(
                survey, listings=_keyed(survey.listings, keys), sections=_sections(survey.sections, keys)
            )
            for survey in sorted(surveys, key=lambda survey: survey.slug)
        },
        questions={key: replace(draw(QUESTIONS), key=key) for key in keys[:1] if asked},
        key_pattern=draw(st.sampled_from(["", "[auth:lower][year]"])),
    )


def _keyed(listings: tuple[Listing, ...], keys: list[str]) -> tuple[Listing, ...]:
    """Return the listings with keys of the catalog for their digits; without any, resources."""
    return tuple(
        listing
        if listing.resource
        else replace(listing, key=keys[int(listing.key) % len(keys)])
        if keys
        else replace(listing, key="", resource="R")
        for listing in listings
    )


def _sections(sections: tuple[Section, ...], keys: list[str]) -> tuple[Section, ...]:
    return tuple(Section(s.name, _keyed(s.listings, keys), _sections(s.sections, keys)) for s in sections)


@st.composite
def locks(draw: st.DrawFn) -> Lock:
    """Return locks, their records in the order in which they are read."""
    keys = sorted(draw(st.lists(KEYS, max_size=3, unique=True)), key=lambda key: (key.lower(), key))
    several = st.lists(RECORDS, min_size=1, max_size=3, unique_by=lambda record: (record.source, record.id))
    rows = {key: sorted(draw(several), key=lambda record: (record.source, record.id)) for key in keys}
    return Lock(
        records={key: tuple(found) for key, found in rows.items()},
        states={key: draw(_state(key)) for key in keys},
        lists={"dnn": draw(ITEMS)} if draw(st.booleans()) else {},
    )


@st.composite
def _state(draw: st.DrawFn, key: str) -> EntryState:
    """Return a state whose pinned work holds the pinned fields alone."""
    pins, work = draw(PINS), draw(TITLED)
    ids = [one for one in work.identifiers if "identifiers" in pins or f"identifiers.{one.scheme}" in pins]
    held = {name: getattr(work, name) for name in ("title", "date") if name in pins}
    return EntryState(
        key=key,
        status=draw(STATUS),  # type: ignore[arg-type]
        reason=draw(ANY),
        aliases=draw(TAGS),
        pins=pins,
        pinned=Work(**held, identifiers=tuple(ids)),
        answer=draw(ANY),
        keyed=draw(st.booleans()),
        asked=draw(ANY),
        sum=draw(ANY),
    )
