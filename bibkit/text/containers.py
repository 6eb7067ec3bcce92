"""Container titles as sources print them: which of them say more than the venue and the year do."""

import re

#: What a container title may say beyond its venue: a part of the proceedings, or a track of its own.
_PART = re.compile(
    r"workshop|findings|volume \d+ ?:|\bpart [ivx]+\b|(?<!conference )\btrack\b|companion|demonstration|student|"
    r"tutorial|industry|special issue|supplement",
    re.IGNORECASE,
)
#: A catalogue's title: acronym, year, place or days behind commas (`..., ICML 2017, Sydney, NSW, Australia, ...`).
_CATALOGUED = re.compile(r", .*\b(?:19|20)\d\d\b|\b(?:19|20)\d\d, |\[.*\b(?:19|20)\d\d\b")
#: A label: little more than an acronym and a year (`NeurIPS'23`, `ICLR 2022 (Oral)`), or a preprint server.
_LABEL = re.compile(r"[\w&/.-]{2,12}[ '’-]*(?:19|20)?\d\d\b.{0,20}|(?:arxiv|corr)\b.*", re.IGNORECASE)


def says_more(container: str) -> bool:
    """Return whether a container title is worth keeping beside the venue's id and the year."""
    if _PART.search(container):
        return True
    return not _CATALOGUED.search(container) and not _LABEL.fullmatch(container)
