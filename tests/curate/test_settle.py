"""What was found out, or edited by hand, into the catalog; and out of the lock again."""

from dataclasses import replace

import pytest

from bibkit.curate import review
from bibkit.curate.add import Imported, file_list
from bibkit.curate.ask import plan
from bibkit.curate.byhand import adopt_edits, restore
from bibkit.curate.enter import enter, path_of
from bibkit.curate.settle import Settled, remerge, settle
from bibkit.errors import UsageError
from bibkit.model.catalog import Catalog, Section, SurveyList
from bibkit.model.citekey import Pattern
from bibkit.model.creator import Creator
from bibkit.model.identifier import Identifier
from bibkit.model.lock import Lock
from bibkit.model.record import Decision, Match, Record
from bibkit.model.reference import Reference
from bibkit.model.work import Work
from bibkit.resolve.merge import merge
from bibkit.resolve.resolver import Outcome

PATTERN = Pattern.parse("[auth:lower][year][veryshorttitle:lower]")
TITLE = "Slimming Networks by Slow and Steady Cutting"
DOI = Identifier("doi", "10.1000/slim")
WORK = Work("inproceedings", TITLE, (Creator("Doe", "Ann"), Creator("Roe", "Bo")), date="2021", venue="icml")
RECORD = Record("crossref", "10.1000/slim", replace(WORK, identifiers=(DOI,)), day="2026-01-02")


def imported() -> Imported:
    item = Reference("demo.md", 3, 3, ("Pruning",), title=TITLE, year=2020)
    return file_list(Catalog(), Lock(), SurveyList("demo", "Demo", "demo.md"), [item], PATTERN)


def outcome(*records: Record, decision: str = "match", key: str = "slimmingnetworksslow2020") -> Outcome:
    matches = tuple(Match(record, "match" if decision == "match" else "review", 0.9) for record in records)
    chosen = matches[0] if decision == "match" else None
    return Outcome(key, Decision(decision, chosen, matches, reason="" if chosen else "two fit"), records)  # type: ignore[arg-type]


def settled(*records: Record, decision: str = "match") -> Settled:
    filed = imported()
    return settle(
        filed.catalog, filed.lock, [outcome(*records, decision=decision)], PATTERN, {"slimmingnetworksslow2020": "d1"}
    )


def test_a_match_gives_work_status_and_lasting_key() -> None:
    after = settled(RECORD)
    entry = after.catalog.entries["doe2021slimming"]
    assert (entry.status, entry.work.date, entry.work.venue, entry.aliases) == ("resolved", "2021", "icml", ())
    assert after.renamed == (("slimmingnetworksslow2020", "doe2021slimming"),)
    assert after.catalog.lists["demo"].sections[0].listings[0].key == "doe2021slimming"
    assert after.lock.states["doe2021slimming"].keyed


def test_a_key_never_changes_again() -> None:
    first = settled(RECORD)
    later = replace(RECORD, work=replace(RECORD.work, date="2022", authors=(Creator("Zed"),)))
    after = settle(first.catalog, first.lock, [outcome(later, key="doe2021slimming")], PATTERN)
    assert (after.renamed, list(after.catalog.entries)) == ((), ["doe2021slimming"])
    assert after.catalog.entries["doe2021slimming"].work.date == "2022"


def test_a_preprint_is_told_apart() -> None:
    preprint = Record("arxiv", "2001.00001", replace(WORK, type="misc", venue="arxiv"), grade="B", kind="preprint")
    assert settled(preprint).catalog.entries["doe2021slimming"].status == "preprint"


def test_an_ambiguity_waits_and_keeps_what_the_list_says() -> None:
    after = settled(RECORD, replace(RECORD, id="x"), decision="ambiguous")
    entry = after.catalog.entries["slimmingnetworksslow2020"]
    assert (entry.status, entry.work.date) == ("ambiguous", "2020")
    assert len(after.catalog.questions["slimmingnetworksslow2020"].candidates) == 2


def test_nothing_found_keeps_the_list_entry() -> None:
    after = settled(decision="no_match")
    assert after.catalog.entries["slimmingnetworksslow2020"].status == "unresolved"
    assert after.catalog.entries["slimmingnetworksslow2020"].work.title == TITLE


def test_the_same_answer_on_another_day_changes_nothing() -> None:
    first = settled(RECORD)
    again = settle(
        first.catalog, first.lock, [outcome(replace(RECORD, day="2027-07-07"), key="doe2021slimming")], PATTERN,
        {"doe2021slimming": "d1"},
    )  # fmt: skip
    assert (again.catalog, again.lock) == (first.catalog, first.lock)


def test_the_lock_alone_gives_the_works_back() -> None:
    first = settled(RECORD)
    bare = replace(first.catalog, entries={})
    catalog, lock = restore(bare, first.lock)
    assert (catalog.entries, lock) == (first.catalog.entries, first.lock)


def test_pinned_values_come_back_from_the_lock_too() -> None:
    first = settled(RECORD)
    entry = first.catalog.entries["doe2021slimming"]
    mine = replace(entry, work=replace(entry.work, title="My Title"))
    edits = adopt_edits(replace(first.catalog, entries={mine.key: mine}), first.lock)
    catalog, _ = restore(replace(edits.catalog, entries={}), edits.lock)
    assert catalog.entries["doe2021slimming"].work.title == "My Title"
    assert catalog.entries["doe2021slimming"].pinned == ("title",)


def test_a_hand_edit_is_pinned_and_told_and_survives_a_new_answer() -> None:
    first = settled(RECORD)
    entry = first.catalog.entries["doe2021slimming"]
    mine = replace(entry, work=replace(entry.work, title="My Title"))
    edits = adopt_edits(replace(first.catalog, entries={mine.key: mine}), first.lock)
    assert edits.notes == ("doe2021slimming: title edited by hand: pinned",)
    after = settle(edits.catalog, edits.lock, [outcome(RECORD, key="doe2021slimming")], PATTERN)
    assert after.catalog.entries["doe2021slimming"].work.title == "My Title"


def test_a_wrong_link_of_the_list_does_not_enter_the_work() -> None:
    address = "https://arxiv.org/abs/2105.15203"
    item = Reference("demo.md", 3, 3, ("Pruning",), title=TITLE, year=2020, url=address, url_clean=address)
    filed = file_list(Catalog(), Lock(), SurveyList("demo"), [item], PATTERN)
    found = replace(outcome(RECORD), strays=(Identifier("arxiv", "2105.15203"),))
    after = settle(filed.catalog, filed.lock, [found], PATTERN)
    work = after.catalog.entries["doe2021slimming"].work
    assert (work.identifiers, work.url) == ((DOI,), "")
    catalog, _ = restore(replace(after.catalog, entries={}), after.lock)
    assert catalog.entries == after.catalog.entries


def test_two_entries_of_one_publication_become_one() -> None:
    items = [
        Reference("demo.md", 3, 3, ("Pruning",), title=TITLE, year=2020),
        Reference("demo.md", 9, 9, ("Speed",), title="Slim: " + TITLE, year=2010),
    ]
    filed = file_list(Catalog(), Lock(), SurveyList("demo"), items, PATTERN)
    assert len(filed.catalog.entries) == 2
    after = settle(filed.catalog, filed.lock, [outcome(RECORD, key=key) for key in filed.new_keys], PATTERN)
    assert list(after.catalog.entries) == ["doe2021slimming"]
    assert list(after.lock.records) == list(after.lock.states) == ["doe2021slimming"]
    listings = [listing.key for _, found in after.catalog.lists["demo"].walk() for listing in found]
    assert listings == ["doe2021slimming", "doe2021slimming"]
    assert after.notes == ("slimslimmingnetworks2010: the same publication as doe2021slimming: one entry now",)


def test_a_lasting_key_goes_on_citing_after_its_entry_was_folded() -> None:
    first = settled(RECORD)
    other = Reference("other.md", 3, 3, (), title="Something Else With Another Name", year=2020)
    filed = file_list(first.catalog, first.lock, SurveyList("other"), [other], PATTERN)
    second = replace(RECORD, id="x", work=replace(WORK, title="Something Else With Another Name"))
    apart = settle(filed.catalog, filed.lock, [outcome(second, key=filed.new_keys[0])], PATTERN)
    key = next(name for name in apart.catalog.entries if name != "doe2021slimming")
    after = settle(apart.catalog, apart.lock, [outcome(RECORD, key=key)], PATTERN)
    assert after.catalog.entries["doe2021slimming"].aliases == (key,)


def test_what_only_a_list_said_stays_when_the_list_drops_the_work() -> None:
    address = "https://arxiv.org/abs/2101.00001"
    item = Reference("demo.md", 3, 3, ("Pruning",), title=TITLE, year=2020, url=address, url_clean=address)
    rest = Reference("demo.md", 4, 4, ("Pruning",), title="Another Paper of a Quite Different Kind", year=2020)
    filed = file_list(Catalog(), Lock(), SurveyList("demo"), [item, rest], PATTERN)
    after = settle(filed.catalog, filed.lock, [outcome(RECORD, key=filed.new_keys[0])], PATTERN)
    dropped = file_list(after.catalog, after.lock, SurveyList("demo"), [rest], PATTERN)
    catalog, _ = remerge(dropped.catalog, dropped.lock)
    assert catalog.entries["doe2021slimming"].work.identifier("arxiv") == "2101.00001"
    again = settle(dropped.catalog, dropped.lock, [outcome(RECORD, key="doe2021slimming")], PATTERN)
    assert again.catalog.entries["doe2021slimming"].work.identifier("arxiv") == "2101.00001"


def test_an_answer_given_twice_is_taken_once() -> None:
    first = settled(RECORD, replace(RECORD, id="x"), decision="ambiguous")
    answers = [review.Answer("slimmingnetworksslow2020", "none")]
    after = review.apply(first.catalog, first.lock, answers, PATTERN)
    again = review.apply(after.catalog, after.lock, answers, PATTERN)
    assert (again.catalog, again.lock) == (after.catalog, after.lock)


def test_a_mended_identifier_is_pinned_alone() -> None:
    first = settled(RECORD)
    entry = first.catalog.entries["doe2021slimming"]
    mine = replace(entry, work=replace(entry.work, identifiers=(Identifier("doi", "10.1000/right"),)))
    edits = adopt_edits(replace(first.catalog, entries={mine.key: mine}), first.lock)
    assert edits.catalog.entries[mine.key].pinned == ("identifiers.doi",)
    more = replace(RECORD, work=replace(RECORD.work, identifiers=(DOI, Identifier("pmid", "123"))))
    after = settle(edits.catalog, edits.lock, [outcome(more, key=mine.key)], PATTERN)
    assert [str(i) for i in after.catalog.entries[mine.key].work.identifiers] == ["doi:10.1000/right", "pmid:123"]
    catalog, _ = restore(replace(after.catalog, entries={}), after.lock)
    assert catalog.entries == after.catalog.entries


@pytest.mark.parametrize(
    "work",
    [
        pytest.param(
            Work(title=TITLE, date="2020-03", venue="icml", identifiers=(DOI,), url="https://a.org"), id="whole"
        ),
        pytest.param(Work(title="ALL IN CAPITALS: a $x^2$ <i>Study</i>", container="IHT"), id="odd title"),
        pytest.param(Work(), id="nothing"),
        pytest.param(Work(title=TITLE, identifiers=(Identifier("arxiv", "2001.00001"),)), id="preprint"),
    ],
)
def test_what_one_list_says_is_its_own_merge(work: Work) -> None:
    assert merge([Record("list:demo", "3", work, grade="C", kind="list")]).work == work


def test_without_edits_nothing_is_adopted() -> None:
    first = settled(RECORD)
    edits = adopt_edits(first.catalog, first.lock)
    assert (edits.catalog, edits.lock, edits.notes) == (first.catalog, first.lock, ())


@pytest.mark.parametrize(
    ("choice", "status", "key"),
    [
        pytest.param("1", "resolved", "doe2021slimming", id="the number of a candidate"),
        pytest.param("crossref:10.1000/slim", "resolved", "doe2021slimming", id="the name of a candidate"),
        pytest.param("none", "unresolved", "slimmingnetworksslow2020", id="none of them"),
    ],
)
def test_an_answer_settles_the_question_and_is_never_asked_again(choice: str, status: str, key: str) -> None:
    first = settled(RECORD, replace(RECORD, id="x"), decision="ambiguous")
    after = review.apply(first.catalog, first.lock, [review.Answer("slimmingnetworksslow2020", choice)], PATTERN)
    assert (after.catalog.entries[key].status, after.catalog.questions) == (status, {})
    assert plan(after.catalog, after.lock, ["crossref"], again=True).asks == ()


def test_an_answer_that_is_no_candidate_is_refused() -> None:
    first = settled(RECORD, decision="ambiguous")
    with pytest.raises(UsageError, match="answer with a number from 1 to 1, or none"):
        review.apply(first.catalog, first.lock, [review.Answer("slimmingnetworksslow2020", "7")], PATTERN)


def test_what_was_asked_in_vain_is_asked_again_only_of_others() -> None:
    filed = imported()
    first = plan(filed.catalog, filed.lock, ["local@1"])
    after = settle(filed.catalog, filed.lock, [outcome(decision="no_match")], PATTERN, first.digests)
    assert [ask.key for ask in first.asks] == ["slimmingnetworksslow2020"]
    assert plan(after.catalog, after.lock, ["local@1"]).asks == ()
    assert len(plan(after.catalog, after.lock, ["local@2"]).asks) == 1
    assert len(plan(after.catalog, after.lock, ["local@1"], keys={"slimmingnetworksslow2020"}).asks) == 1


def test_a_preprint_is_asked_about_with_the_list_s_words_each_time() -> None:
    filed = imported()
    first = plan(filed.catalog, filed.lock, ["local@1"])
    preprint = Record("arxiv", "2001.00001", replace(WORK, type="misc", venue="arxiv"), grade="B", kind="preprint")
    after = settle(filed.catalog, filed.lock, [outcome(preprint)], PATTERN, first.digests)
    assert plan(after.catalog, after.lock, ["local@1"]).asks == ()


def test_a_work_is_entered_into_a_section_by_its_identifier() -> None:
    first = settled(RECORD)
    known = enter(first.catalog, first.lock, [DOI], "", "demo", ("Speed",), PATTERN)
    assert (known.key, known.known) == ("doe2021slimming", True)
    new = enter(known.catalog, known.lock, [Identifier("arxiv", "2001.00001")], "", "demo", ("Speed", "Fast"), PATTERN)
    assert not new.known
    assert [path for path, listings in new.catalog.lists["demo"].walk() if listings] == [
        ("Pruning",),
        ("Speed",),
        ("Speed", "Fast"),
    ]


def test_a_section_whose_heading_has_a_slash_is_found() -> None:
    survey = SurveyList("demo", sections=(Section("Vision / Robotics"),))
    assert path_of("vision/robotics", survey) == ("Vision / Robotics",)
    assert path_of("Vision / Robotics") == ("Vision", "Robotics")
