"""Badges: the words of a shields.io picture (`Conference-ICML'23-blue`), which some lists use for venue and links."""

import re
from urllib.parse import unquote, urlsplit

_HOSTS = frozenset({"img.shields.io", "shields.io", "badgen.net", "badge.fury.io", "badges.fyi"})
#: Badges that count something: stars, forks, downloads, visitors. They change daily and say nothing of the work.
_COUNTERS = re.compile(
    r"/(github|gitlab|npm|pypi|conda|docker|twitter|discord|endpoint|reddit|youtube)/|visitor|hits\.|\bstars?\b", re.I
)
#: What a badge says before its message when the message is a venue or a year; any other such word is kept.
_GENERIC = frozenset(
    {"conference", "venue", "journal", "published", "publication", "accepted", "paper", "year", "date", "status", "pub"}
)
_SUFFIX = re.compile(r"\.(svg|png|json)$", re.I)


def text(source: str, alt: str, *, linked: bool) -> str:
    """Return the words that a picture says: a badge's message, or its label; '' for counters and other pictures.

    Within a link the words are the link's label, so the `alt` text of any picture serves where it is no badge.
    The message is escaped as shields.io documents: `--` is a hyphen, `_` a blank, `__` an underscore.
    """
    try:
        parts = urlsplit(source)
        host = parts.hostname or ""
    except ValueError:
        return alt.strip() if linked else ""
    if host not in _HOSTS:
        return alt.strip() if linked else ""
    if _COUNTERS.search(parts.path):
        return alt.strip() if linked else ""
    path = _SUFFIX.sub("", parts.path).strip("/").removeprefix("badge").strip("/")
    fields = [_unescape(f) for f in re.split(r"(?<!-)-(?!-)", path) if f]
    if not fields:
        return alt.strip()
    if len(fields) == 1 or linked:
        return (alt.strip() if linked else "") or fields[0]
    label, message = fields[0], fields[1] if len(fields) > 2 else fields[0]
    return message if label.casefold() in _GENERIC or label == message else f"{label} {message}"


def _unescape(field: str) -> str:
    marked = unquote(field).replace("--", "\0").replace("__", "\1").replace("_", " ")
    return marked.replace("\0", "-").replace("\1", "_").strip()
