"""Run the resolver over an open catalog, keeping what is found as it comes."""

import difflib
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing

import typer

from bibkit.cli import _sources
from bibkit.cli._open import Box
from bibkit.cli._progress import Meter
from bibkit.curate import ask, byhand, review, settle
from bibkit.disk_cache import DiskCache
from bibkit.errors import UsageError
from bibkit.resolve.resolver import Outcome, Resolver

#: Seconds after which what was found so far is written: as much is lost at most when the machine goes down.
SAVE_EVERY = 30.0
#: Stands for the services in what was asked of whom, when only their kept answers were looked at.
OFFLINE = "offline"


def adopt(box: Box) -> None:
    """Take in what a person did by hand since the last run: pin edits, settle answered questions; and say so."""
    edits = byhand.adopt_edits(box.catalog, box.lock)
    for note in edits.notes:
        typer.echo(note)
    box.take(edits.catalog, edits.lock)
    if answers := review.answered(box.catalog):
        done = review.apply(box.catalog, box.lock, answers, box.pattern)
        typer.echo(f"{len(answers)} answers of review.yaml taken")
        box.take(done.catalog, done.lock)


def run(
    box: Box, keys: Sequence[str], names: Sequence[str], today: str, *, offline: bool = False, refresh: bool = False
) -> None:
    """Ask about `keys` (or all open entries) and write what was found; ^C keeps what was finished."""
    wanted = [_key(box, key) for key in keys]
    asked, marks = _sources.build(box.settings, names or box.settings.sources, box.venues)
    marks += [OFFLINE] if offline else []
    plan = ask.plan(box.catalog, box.lock, marks, keys=frozenset(wanted), again=refresh)
    if not plan.asks:
        box.save()
        return
    with closing(DiskCache()) as cache, Meter("resolving", len(plan.asks)) as meter:
        resolver = Resolver(asked, box.venues, today, cache, offline, refresh, meter.update)
        for outcomes in _batches(resolver.resolve(plan.asks)):
            # What a source could not be asked about is asked again by the next run.
            done = {one.key: plan.digests[one.key] for one in outcomes if offline or not one.unchecked}
            found = settle.settle(box.catalog, box.lock, outcomes, box.pattern, done)
            box.take(found.catalog, found.lock)
            for note in found.notes:
                typer.echo(note)
            box.save()
    for name, reason in resolver.down.items():
        typer.echo(f"{name}: unchecked: {reason}", err=True)


def _batches(outcomes: Iterator[Outcome]) -> Iterator[list[Outcome]]:
    """Yield the outcomes in lists that took about SAVE_EVERY to gather; on ^C the last list comes before it goes on."""
    batch: list[Outcome] = []
    start = time.monotonic()
    try:
        for outcome in outcomes:
            batch.append(outcome)
            if time.monotonic() - start > SAVE_EVERY:
                yield batch
                batch, start = [], time.monotonic()
    except KeyboardInterrupt:
        if batch:
            yield batch
        raise
    if batch:
        yield batch


def _key(box: Box, key: str) -> str:
    """Return the key of an entry, given it or one of its aliases. Raises UsageError naming what comes near."""
    if key in box.catalog.entries:
        return key
    by_alias = {alias: entry.key for entry in box.catalog.entries.values() for alias in entry.aliases}
    if key in by_alias:
        return by_alias[key]
    near = difflib.get_close_matches(key, [*box.catalog.entries, *by_alias], 3)
    hint = f"; did you mean {', '.join(near)}?" if near else ""
    raise UsageError(f"{key}: no entry has this key{hint}")


def told(box: Box) -> int:
    """Print how many entries have which status; return how many are still open."""
    counts = Counter(entry.status for entry in box.catalog.entries.values())
    typer.echo(
        f"{len(box.catalog.entries)} works: {counts['resolved']} resolved, {counts['preprint']} known as preprint, "
        f"{counts['ambiguous']} ambiguous, {counts['unresolved'] + counts['new']} unresolved"
    )
    if counts["ambiguous"]:
        typer.echo("look at the ambiguous ones with: bibkit review")
    return counts["ambiguous"] + counts["unresolved"] + counts["new"]
