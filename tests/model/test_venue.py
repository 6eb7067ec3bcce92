"""Venues: names by year, and the venue that a text names."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit import disk
from bibkit.formats import venues
from bibkit.model.venue import Held, Period, Venue, VenueMatch, Venues

#: Least share of the known strings that must be right in id, year and type.
BAR = 0.97

#: Least share of the records whose container tells their year.
YEARS = 0.995

TABLE = venues.load(disk.data_text("venues.json"))

NIPS = Venue(
    "neurips",
    "NeurIPS",
    names=(Period("Neural Systems", 1987, 1987), Period("Advances in Neural Systems", 1988)),
    acronyms=(Period("NIPS", 1987, 2017), Period("NeurIPS", 2018)),
)


@pytest.mark.parametrize(
    ("year", "name", "acronym"),
    [
        pytest.param(None, "Advances in Neural Systems", "NeurIPS", id="today's when the year is unknown"),
        pytest.param(1987, "Neural Systems", "NIPS", id="the first year's"),
        pytest.param(2016, "Advances in Neural Systems", "NIPS", id="the old acronym"),
        pytest.param(2019, "Advances in Neural Systems", "NeurIPS", id="the new acronym"),
        pytest.param(1980, "Neural Systems", "NeurIPS", id="the first name before the first year"),
    ],
)
def test_names_of_a_year(year: int | None, name: str, acronym: str) -> None:
    assert (NIPS.name(year), NIPS.acronym_in(year)) == (name, acronym)


def test_a_second_acronym_does_not_replace_the_current_one() -> None:
    venue = Venue("kdd", "KDD", acronyms=(Period("KDD", 1995), Period("SIGKDD", 1995)))
    assert venue.acronym_in(2000) == "KDD"


@pytest.mark.parametrize(
    ("held", "answers"),
    [
        pytest.param(Held(parity=1, since=1999), [None, True, False, True], id="odd years from one on"),
        pytest.param(Held(parity=0, since=1998, until=2000), [True, False, True, None], id="even years up to one"),
        pytest.param(Held(frozenset({1998, 2000, 2001})), [True, False, True, True], id="a list of years"),
    ],
)
def test_years_without_an_edition(held: Held, answers: list[bool | None]) -> None:
    assert [held.had_edition(year) for year in (1998, 1999, 2000, 2001)] == answers


def found(text: str, *, field: bool = False, label: bool = False) -> tuple[str, int | None] | None:
    """Return the id and year that a text gives, or None."""
    match = TABLE.find(text, field=field, label=label)
    return (match.venue.id, match.year) if match else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("2016-NIPS", ("neurips", 2016), id="year and hyphen before an acronym"),
        pytest.param("2016-NIPSw", ("neurips-w", 2016), id="w is the workshop"),
        pytest.param("2020-ECCVo", ("eccv", 2020), id="o is an oral paper of the conference"),
        pytest.param("2018-NNs", ("nn", 2018), id="an acronym that ends in s is itself"),
        pytest.param("2019-ISCAs", ("isca", 2019), id="a suffix is told from ISCAS by its case"),
        pytest.param("2021-WACVw", None, id="a workshop that the table lacks is not its conference"),
        pytest.param("2019-Pattern Recognition", ("pr", 2019), id="a journal's name"),
        pytest.param("2016-ECCV-SqueezeDet", ("eccv", 2016), id="the name of a method after the venue"),
        pytest.param("2020-ASP-DAC", None, id="another conference's acronym is no method"),
        pytest.param("2009-Thesis", None, id="a kind of work is no venue"),
        pytest.param("2017.03-", None, id="a date alone"),
        pytest.param("[SIGMOD'19]", ("sigmod", 2019), id="an acronym that needs context has brackets and year"),
        pytest.param("[FAST ‘19]", ("fast", 2019), id="the wrong quote with a blank"),
        pytest.param("[MM´19]", ("acmmm", 2019), id="an acute accent for a quote"),
        pytest.param("EMNLPW, 2020", ("emnlp-w", 2020), id="W is the workshop"),
        pytest.param("NAACL SRW, 2022", None, id="a student workshop that the table lacks"),
        pytest.param("Arxiv, 2021", ("arxiv", 2021), id="a preprint server"),
        pytest.param("ICML'22 Spotlight", ("icml", 2022), id="a word for the kind of talk"),
        pytest.param("NIPS-W 2017", ("neurips-w", 2017), id="a hyphen before the w"),
    ],
)
def test_labels_of_reading_lists(text: str, expected: tuple[str, int | None] | None) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("2020-ECCVo", ("oral",)),
        ("2020-ECCVs", ("spotlight",)),
        ("2020-ECCVb", ("best-paper",)),
        ("2019-ICMLw", ("workshop",)),
        ("2019-ICML", ()),
        ("ICLR 2024 Oral", ("oral",)),
        ("MLSys 2024 Best Paper Award", ("best-paper",)),
    ],
)
def test_flags(text: str, flags: tuple[str, ...]) -> None:
    match = TABLE.find(text)
    assert match
    assert match.flags == flags


def test_a_suffix_without_a_year_is_read_where_the_text_is_known_to_be_a_label() -> None:
    match = TABLE.find("CVPRo", label=True)
    assert match
    assert (match.venue.id, match.flags) == ("cvpr", ("oral",))
    assert found("CVPRo") is None


def test_the_match_is_flagged_when_the_years_differ() -> None:
    def flags(year: int | None) -> tuple[str, ...]:
        match = TABLE.find("ICML 2019", year=year)
        assert match
        return match.flags

    assert [flags(2019), flags(2020), flags(None)] == [(), ("year-differs",), ()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Proceedings of the 35th International Conference on Machine Learning", 2018, id="ordinal"),
        pytest.param("Twenty-ninth AAAI Conference on Artificial Intelligence", 2015, id="ordinal in words"),
        pytest.param("Thirty-first Conference on Neural Information Processing Systems", 2017, id="a listed ordinal"),
        pytest.param("Proceedings of the 15th Conference of the European Chapter of the Association for Computational "
                     "Linguistics", 2017, id="the number of a listed edition"),
        pytest.param("Advances in Neural Information Processing Systems 31", 2018, id="volume"),
        pytest.param("Journal of Machine Learning Research 18(30)", 2017, id="volume of a journal"),
        pytest.param("Proceedings of Machine Learning Research, vol. 119", 2020, id="volume of a series"),
        pytest.param("NIPS 12", None, id="a bare number may be a volume or a year"),
        pytest.param("AAAI-19", 2019, id="two digits after a hyphen"),
        pytest.param("MICRO-50", 2017, id="which are the meeting's number where no such year can be"),
        pytest.param("Computational Natural Language Learning (CoNLL97)", 1997, id="two digits at the acronym"),
        pytest.param("arXiv preprint arXiv:1810.04805", 2018, id="arXiv number"),
        pytest.param("Proceedings of the 10th International Conference on Computational Linguistics and 22nd Annual "
                     "Meeting of the Association for Computational Linguistics", 1984, id="the partner's ordinal"),
        pytest.param("Third ACL Workshop on Prepositions", None, id="a workshop's number is not its conference's"),
        pytest.param("ICML 2019, 36th edition", 2019, id="written"),
        pytest.param("International Conference on Machine Learning", None, id="none"),
    ],
)  # fmt: skip
def test_the_year_that_the_text_gives(text: str, expected: int | None) -> None:
    match = TABLE.find(text, field=True)
    assert match
    assert match.year == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (("8th International Conference on Learning Representations, {ICLR} 2020, Addis Ababa, Ethiopia, "
         "April 26-30, 2020"), "iclr"),
        (("5th International Conference on Learning Representations, {ICLR} 2017, Toulon, France, April 24-26, 2017, "
         "Workshop Track Proceedings"), "iclr-w"),
        (("The Thirty-Third {AAAI} Conference on Artificial Intelligence, {AAAI} 2019, The Thirty-First Innovative "
         "Applications of Artificial Intelligence Conference, {IAAI} 2019, Honolulu, Hawaii"), "aaai"),
        ("Computer Vision - {ECCV} 2020 Workshops - Glasgow, UK, August 23-28, 2020, Proceedings, Part V", "eccv-w"),
        ("Machine Learning, Proceedings of the Twenty-Third International Conference {(ICML} 2006)", "icml"),
        (("Advances in Information Retrieval - 41st European Conference on {IR} Research, {ECIR} 2019, Cologne, "
         "Germany, April 14-18, 2019, Proceedings, Part {I}"), "ecir"),
        (("{PRICAI} 2019: Trends in Artificial Intelligence - 16th Pacific Rim International Conference on Artificial "
         "Intelligence, Cuvu, Fiji, August 26-30, 2019"), "pricai"),
        (("Proceedings of the 2007 Joint Conference on Empirical Methods in Natural Language Processing and "
         "Computational Natural Language Learning (EMNLP-CoNLL)"), "emnlp"),
        (("Advances in Neural Information Processing Systems 14 [Neural Information Processing Systems: Natural and "
         "Synthetic, {NIPS} 2001, December 3-8, 2001, Vancouver]"), "neurips"),
        ("Proceedings of the Thirty-ThirdInternational Joint Conference on Artificial Intelligence", "ijcai"),
        ("Design, Automation &amp; Test in Europe Conference &amp; Exhibition (DATE), 2017", "date"),
    ],
)  # fmt: skip
def test_titles_of_catalogues(text: str, expected: str) -> None:
    match = TABLE.find(text, field=True)
    assert match
    assert match.venue.id == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Proc. of the 37th Intl. Conf. on Machine Learning", "icml"),
        (("Proceedings of the 36th International Conference on Machine Learning, volume 97 of Proceedings of Machine "
         "Learning Research"), "icml"),
        ("Proceedings of the 34th International Conference on Neural Information Processing Systems", "neurips"),
        ("Neural Information Processing - 27th International Conference", "iconip"),
        ("36th Conference on Neural Information Processing Systems Datasets and Benchmarks Track", "neurips-db"),
        ("IEEE Trans. Neural Networks Learn. Syst.", "tnnls"),
        ("IEEE Trans. Neural Networks", "tnn"),
        ("Proc. IEEE Conf. on Computer Vision and Pattern Recognition (CVPR), pp. 770-778", "cvpr"),
        (r"{IEEE}\/{CVF} Conference on Computer Vision \& Pattern Recognition", "cvpr"),
        ("2009 IEEE conference on computer vision and pattern recognition. IEEE", "cvpr"),
        ("Proceedings of the AAAI/ACM Conference on AI, Ethics, and Society", "aies"),
        ("JMLR: Workshop and Conference Proceedings", "jmlr-wcp"),
        (("Proceedings of the 2018 Conference of the North American Chapter of the Association for Computational "
         "Linguistics: Human Language Technologies, Volume 3 (Industry Papers)"), "naacl"),
        (("Proceedings of the 56th Annual Meeting of the Association for Computational Linguistics (Volume 4: Student "
         "Research Workshop)"), "acl-srw"),
        ("Findings of ACL: EMNLP 2020", "emnlp-findings"),
        ("ACL (Findings)", "acl-findings"),
        ("ACL/IJCNLP (1)", "acl"),
        ("Proceedings of the 2019 ACL Workshop BlackboxNLP", "blackboxnlp"),
        ("NeurIPS 2020 Workshop on Tackling Climate Change", "neurips-w"),
        ("RepL4NLP@ACL", "repl4nlp"),
        ("SafeAI@AAAI", "aaai-w"),
        ("Nature 521, 436–444 (2015)", "nature"),
        ("CoRR, vol. abs/1706.03762", "arxiv"),
        ("Proceedings of the IEEE 86(11)", "procieee"),
    ],
)  # fmt: skip
def test_fields_of_bibliographies(text: str, expected: str) -> None:
    match = TABLE.find(text, field=True)
    assert match
    assert match.venue.id == expected


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("KDD", "acronym"),
        ("Neural Computation", "name"),
        ("Proc. ICML", "alias"),
        ("NeruIPS'20", "misspelling"),
        ("Neurips 2020", "misspelling"),
        ("ICML, Vienna, Austria", "contained"),
        ("Nat. Mac. Intell.", "abbreviated"),
        ("NeurrIPS 2022", "fuzzy"),
        ("International Conference on Machine Laerning", "fuzzy"),
    ],
)
def test_how_it_was_found(text: str, how: str) -> None:
    match = TABLE.find(text)
    assert match
    assert match.how == how


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "2019", "Proceedings of the", "Workshop", "IEEE", "Springer", "MIT Press", "OpenAI blog",
        "International Conference on Machine Learning and Computing",
        "2016 15th IEEE International Conference on Machine Learning and Applications (ICMLA)", "ICMLA", "MICAI",
        "IJCAR",         "Chinese Conference on Pattern Recognition and Computer Vision (PRCV)",
        "International Conference on Computer Vision, Imaging and Computer Graphics Theory and Applications",
        "Proceedings of the 20th Chinese National Conference on Computational Linguistics",
        "IEEE Transactions on Big Data", "Journal of Big Data", "Nature Biotechnology", "Statistical Science",
        "Frontiers in Artificial Intelligence", "Radiology: Artificial Intelligence",
        "Machine Learning with Applications",
        "Machine Learning, Optimization, and Data Science", "Journal of Machine Learning", "Nature and Science, 2019",
        "Proceedings of Science", "Proceedings of the ACM on Human-Computer Interaction", "ACM SIGIR Forum",
        "SIGMOD Record", "AAAI Spring Symposium", "Asia and South Pacific Design Automation Conference", "CHI PLAY",
        "IEEE International Conference on Data Mining Workshops", "Workshop on Machine Learning and Systems",
        "Proceedings of the Workshop on Computational Linguistics for Literature", "Under review at ICLR 2024",
        "COLING-02: The 2nd Workshop on NLP and XML", "Second Student Research Workshop associated with RANLP 2011",
        ("Proceedings of the 2019 Conference of the North American Chapter of the Association for Computational "
        "Linguistics: Student Research Workshop"),
        "International Workshop on Fast Software Encryption, FSE 2018", "Microarchitectures", "up to date",
        "x" * 1001,
    ],
)  # fmt: skip
@pytest.mark.parametrize("field", [False, True])
def test_what_is_another_venue_or_none_is_not_found(text: str, field: bool) -> None:
    assert found(text, field=field) is None


@pytest.mark.parametrize(
    ("text", "free", "in_field"),
    [
        pytest.param("FAST", None, "fast", id="an acronym that is a word stands alone in a field"),
        pytest.param("Fast", None, None, id="but in its own letter case only"),
        pytest.param("(FAST)", "fast", "fast", id="or in brackets"),
        pytest.param("fast 2019", "fast", "fast", id="or beside a year"),
        pytest.param("nature", "nature", "nature", id="a name needs no context"),
    ],
)
def test_acronyms_that_are_ordinary_words(text: str, free: str | None, in_field: str | None) -> None:
    ids = [match and match.venue.id for match in (TABLE.find(text), TABLE.find(text, field=True))]
    assert ids == [free, in_field]


@given(st.text(max_size=80), st.booleans(), st.booleans())
def test_any_text_gives_a_match_or_none(text: str, field: bool, label: bool) -> None:
    match = TABLE.find(text, field=field, label=label)
    assert match is None or isinstance(match, VenueMatch)


NAMES = sorted({period.text for venue in TABLE.all() for period in venue.names if venue.type == "conference"})


@given(
    st.sampled_from(NAMES), st.integers(1990, 2030), st.sampled_from(["Berlin, Germany", "Virtual Event", "Wuppertal"])
)
def test_place_and_date_hide_no_conference(name: str, year: int, place: str) -> None:
    bare = TABLE.find(name)
    match = TABLE.find(f"{{{name}}}, {place}, July 3-7, {year}, Proceedings, Part {{II}}")
    assert bare
    assert match
    assert (match.venue, match.year) == (bare.venue, year)


@given(st.sampled_from(NAMES), st.sampled_from(["Applications", "Cybernetics", "Sociology and Law", "Review"]))
def test_another_topic_makes_another_conference(name: str, topic: str) -> None:
    match = TABLE.find(f"{name} and {topic}")
    assert match is None or topic.lower() in " ".join(period.text for period in match.venue.names).lower()


def test_get_and_all() -> None:
    assert TABLE.get("icml") is next(venue for venue in TABLE.all() if venue.id == "icml")
    assert TABLE.get("nowhere") is None


def test_an_empty_table_finds_nothing() -> None:
    assert Venues([], {}, [], venues.venue).find("ICML 2019") is None


@pytest.mark.shared
def test_known_strings(shared: Path) -> None:
    lines = (shared / "cases" / "venues_cases.jsonl").read_text("utf-8").splitlines()[1:]
    cases = [json.loads(line) for line in lines]
    wrong = []
    for case in cases:
        match = TABLE.find(case["input"], field=case["tag"] == "bib")
        got = (match.venue.id, match.year, match.venue.type) if match else (None, None, None)
        if case["tag"] == "none":
            assert match is None, case["input"]
        elif got != (case["venue"], case["year"], case["type"]):
            wrong.append((case["input"], got))
    assert len(wrong) <= (1 - BAR) * len(cases), wrong


@pytest.mark.shared
def test_containers_tell_the_year_of_their_records(shared: Path) -> None:
    right = told = 0
    with gzip.open(shared / "records" / "pool.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            match = TABLE.find(record.get("booktitle") or record.get("journal") or "", field=True)
            if match and match.year and record.get("year"):
                told += 1
                right += match.year == record["year"]
    assert told
    assert right >= YEARS * told
