"""Build the sources that the settings name."""

from collections.abc import Sequence

from bibkit import config, registry, sources
from bibkit.errors import UsageError
from bibkit.model.venue import Venues
from bibkit.sources.base import Source
from bibkit.sources.http import Http
from bibkit.sources.local import Local
from bibkit.sources.local_index import LocalIndex, place


def build(settings: config.Settings, names: Sequence[str], venues: Venues) -> tuple[list[Source], list[str]]:
    """Return the sources called `names` in that order, and what marks each for `curate.ask` (local ones by state).

    A local index that was never made is left out. Raises UsageError for a name that is no source.
    """
    known = registry.load(sources, Source)  # type: ignore[type-abstract]
    built: list[Source] = []
    marks: list[str] = []
    http = Http(mailto=settings.mailto)
    for name in names:
        if name not in known:
            raise UsageError(f"--source: {name!r} is not a source; known are {', '.join(known)}")
        if known[name] is Local:
            path = place(settings.index, settings.root)
            if not path.exists() and list(names) == [name]:
                raise UsageError(f"{path}: there is no local index; make one with: bibkit index add FILE")
            if path.exists():
                index = LocalIndex(path)
                built.append(Local(index))
                marks.append(f"{name}@{index.stamp()}")
            continue
        source = known[name](http, venues=venues)  # type: ignore[call-arg]
        built.append(source)
        marks.append(name)
    return built, marks
