"""One record out of many that were weighed: which of the accepted ones, which version of it, or a person's choice."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from bibkit.model.record import Decision, Match, Record
from bibkit.resolve import versions
from bibkit.resolve.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Weighed:
    """A match with the evidence behind it."""

    match: Match
    evidence: Evidence

    @property
    def record(self) -> Record:
        """Return the record that was weighed."""
        return self.match.record

    @property
    def is_exact(self) -> bool:
        """Return whether the titles are the same."""
        return self.evidence.title.kind == "exact"


#: What picks one of several publications of a text, in this order; a later one only among what the earlier ones left.
PICKS: tuple[tuple[str, Callable[[Weighed], bool]], ...] = (
    ("its identifier", lambda one: bool(one.evidence.agree)),
    ("its venue", lambda one: one.evidence.venue == "same"),
    ("its year", lambda one: one.evidence.gap == 0 and one.evidence.venue != "other"),
)


def decision(weighed: Iterable[Weighed]) -> Decision:
    """Return the decision over all records of one query."""
    ordered = sorted(weighed, key=lambda one: (-one.match.score, *versions.rank(one.record)))
    kept = [one for one in ordered if one.match.verdict != "no"]
    misled = any(one.evidence.agree for one in ordered if one.match.verdict == "no")
    noticed = ("identifier_conflict",) if misled else ()
    if not kept:
        return Decision("no_match", flags=("not_found", *noticed), reason="no record comes near")
    accepted = [one for one in kept if one.match.verdict == "match"]
    if not accepted:
        return _ask(kept, kept[0], noticed, "not sure enough to be taken without a person")
    clusters = _works(accepted)
    cluster, reason = _one_work(clusters)
    if cluster is None:
        return _ask(kept, accepted[0], noticed, reason)
    rival = _rival(cluster, kept)
    if rival is not None:
        return _ask(kept, rival, noticed, "another record has exactly this title")
    cluster = _with_publications(cluster, ordered)
    chosen, reason = _version(cluster)
    if chosen is None:
        return _ask(kept, cluster[0], noticed, reason)
    return _take(chosen, cluster, kept, noticed, reason)


def _works(accepted: Sequence[Weighed]) -> list[list[Weighed]]:
    """Return the accepted records by work; the strongest only: those that a title or an identifier names exactly."""
    named = [one for one in accepted if one.is_exact or one.evidence.agree]
    clusters: list[list[Weighed]] = []
    for one in accepted:
        home = next((group for group in clusters if any(_same_work(one.record, other.record) for other in group)), None)
        if home is None:
            clusters.append([one])
        else:
            home.append(one)
    return [group for group in clusters if any(one in named for one in group)] or clusters


def _same_work(a: Record, b: Record) -> bool:
    return (
        versions.same_text(a, b) or versions.same_publication(a, b) or bool(versions.link(a, b) or versions.link(b, a))
    )


def _one_work(clusters: list[list[Weighed]]) -> tuple[list[Weighed] | None, str]:
    """Return the one work among the accepted, or None and why a person has to choose."""
    if len(clusters) == 1:
        return clusters[0], ""
    by_identifier = [group for group in clusters if any(one.evidence.agree for one in group)]
    if len(by_identifier) == 1 and any(one.is_exact for one in by_identifier[0]):
        return by_identifier[0], ""
    if not by_identifier:
        placed = [
            group for group in clusters if any(one.evidence.venue == "same" and one.evidence.gap == 0 for one in group)
        ]
        if len(placed) == 1:
            return placed[0], ""
    return None, "several works fit"


def _rival(cluster: Sequence[Weighed], kept: Sequence[Weighed]) -> Weighed | None:
    """Return a record of another work that has exactly this title, where no record of the cluster has."""
    if any(one.is_exact or one.evidence.agree for one in cluster):
        return None
    others = (one for one in kept if one.is_exact and one not in cluster)
    return next(others, None)


def _with_publications(cluster: list[Weighed], ordered: Sequence[Weighed]) -> list[Weighed]:
    """Return the cluster with the publications of its drafts, even those that the query alone does not reach."""
    added = [
        one
        for one in ordered
        if one not in cluster and any(versions.link(draft.record, one.record) for draft in cluster)
    ]
    return cluster + [replace(one, match=replace(one.match, verdict="match")) for one in added]


def _version(cluster: Sequence[Weighed]) -> tuple[Weighed | None, str]:
    """Return the publication that is meant, or None and why a person has to choose."""
    by_record = {one.record: one for one in cluster}
    best = [_best(group, by_record) for group in versions.publications([one.record for one in cluster])]
    finals = [one for one in best if versions.kind(one.record) not in versions.DRAFTS]
    finals = _telling(finals)
    drafts = sorted(
        (one for one in best if one not in finals), key=lambda one: (not one.evidence.agree, -one.match.score)
    )
    if not finals:
        return drafts[0], "the preprint; no publication of it is known"
    if len(finals) == 1:
        return _published_or_draft(finals[0], drafts)
    left = finals
    for how, test in PICKS:
        left = [one for one in left if test(one)] or left
        if len(left) == 1:
            return left[0], f"one of several publications, picked by {how}"
    if drafts and drafts[0].evidence.agree:
        return drafts[0], "the preprint that the link names; it has several publications"
    return None, "the text was published more than once"


def _telling(finals: list[Weighed]) -> list[Weighed]:
    """Return the publications without records that don't say where, unless one of these alone has the year wanted."""
    told = [one for one in finals if versions.kind(one.record) != "unknown"]
    in_year = any(one.evidence.gap == 0 for one in told)
    return [one for one in finals if one in told or (one.evidence.gap == 0 and not in_year)] if told else finals


def _best(group: Sequence[Record], by_record: dict[Record, Weighed]) -> Weighed:
    """Return the record that stands for a publication, with the evidence of whichever of its records fits best."""
    members = sorted(
        (by_record[record] for record in group), key=lambda one: (versions.rank(one.record)[:2], -one.match.score)
    )
    agree = tuple(sorted({identifier for one in members for identifier in one.evidence.agree}))
    venue = "same" if any(one.evidence.venue == "same" for one in members) else members[0].evidence.venue
    return replace(members[0], evidence=replace(members[0].evidence, agree=agree, venue=venue))


def _published_or_draft(final: Weighed, drafts: Sequence[Weighed]) -> tuple[Weighed | None, str]:
    """Return the publication, unless the query means a draft of which this is not surely the publication."""
    meant = [one for one in drafts if one.evidence.agree]
    if not meant or final.evidence.agree or any(versions.link(draft.record, final.record) for draft in drafts):
        return final, ""
    if final.evidence.venue == "same" or final.evidence.gap == 0:
        return final, ""
    return meant[0], "the preprint that the link names"


def _take(
    chosen: Weighed, cluster: Sequence[Weighed], kept: Sequence[Weighed], noticed: tuple[str, ...], reason: str
) -> Decision:
    flags = list(chosen.match.flags)
    cited = any(one.evidence.agree and versions.kind(one.record) in versions.DRAFTS for one in cluster)
    if cited and (versions.kind(chosen.record) not in versions.DRAFTS or _has_successor(chosen, kept)):
        flags.append("published_version")
    if chosen.evidence.agree:
        flags = [flag for flag in flags if flag != "identifier_conflict"]
    match = replace(chosen.match, verdict="match", flags=tuple(dict.fromkeys(flags)))
    rest = tuple(one.match for one in kept if one.record != chosen.record)
    return Decision("match", match, (match, *rest), tuple(dict.fromkeys((*flags, *noticed))), reason)


def _has_successor(draft: Weighed, kept: Sequence[Weighed]) -> bool:
    """Return whether a record that waits for a person may be the draft's publication under another title."""
    return any(
        versions.kind(one.record) not in versions.DRAFTS and one.evidence.authors.first and one.evidence.year != "far"
        for one in kept
        if one.record != draft.record
    )


def _ask(kept: Sequence[Weighed], best: Weighed, noticed: tuple[str, ...], reason: str) -> Decision:
    """Return the question for a person: the best guess first."""
    matches = (best.match, *(one.match for one in kept if one.record != best.record))
    flags = tuple(dict.fromkeys((*best.match.flags, *noticed)))
    return Decision("ambiguous", None, matches, flags, reason)
