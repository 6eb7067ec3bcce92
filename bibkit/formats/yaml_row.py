"""Members of a YAML mapping or list, put together again."""

from bibkit.formats.yaml_pieces import Source, comment_lines


class Row:
    """Members that are put together one after the other, each behind what stands before it."""

    def __init__(self, source: Source, indent: int, *, spaced: bool) -> None:
        self._parts: list[str] = []
        self._orphans = ""
        self._pad = " " * indent
        self._gap = source.newline if spaced else ""

    def add(self, lead: str, body: str, *, first: bool) -> None:
        """Add a member of the text; `first` where it is the first one there."""
        if first and self._parts:
            lead = self._gap + (lead or self._pad)
        elif not first and not self._parts and not self._orphans:
            lead = lead.lstrip(" \t\r\n")
        self._put(lead, body)

    def insert(self, body: str, comments: str = "") -> None:
        """Add a new member, with comment lines above it."""
        self._put(f"{self._gap if self._parts else ''}{comments}{self._pad if self._parts else ''}", body)

    def orphan(self, lead: str) -> None:
        """Keep the comments above a removed member: they go in front of the next one."""
        self._orphans += comment_lines(lead)

    def _put(self, lead: str, body: str) -> None:
        orphans = self._orphans if self._parts else self._orphans.lstrip(" \t\r\n")
        if orphans and not self._parts:
            lead = lead or self._pad
        self._parts += (orphans, lead, body)
        self._orphans = ""

    def close(self, tail: str) -> str:
        """Return the whole text, with what stands behind the last member."""
        return "".join(self._parts) + self._orphans + tail
