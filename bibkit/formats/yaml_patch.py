"""Change values inside a YAML text and leave every other byte as it is: comments, order, blank lines, quoting.

The text is cut into pieces by the places of YAML's own nodes. A piece is one member of a mapping or list; its lead is
what stands before it (comments, blank lines, indentation). Members that mean the same keep their pieces, changed ones
are patched in turn, new ones are written in bibkit's form. No comment is dropped while its neighbours stay: one that
stood inside a rewritten value moves above it, one above a removed member stays where it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bibkit.formats import yaml_pieces, yaml_text
from bibkit.formats.yaml_pieces import Piece, Source, Unusual
from bibkit.formats.yaml_row import Row
from bibkit.formats.yaml_text import Spaced, SpacedMap, Tree

#: What names a member of a list of mappings, in this order: members are matched by it when a list changes.
NAMES = ("key", "resource", "name", "record", "url")

#: Members of one name in one list that are compared with each other; all others are taken in their order.
COMPARED = 20


@dataclass(frozen=True, slots=True)
class Lifted:
    """A member taken out of one place to stand elsewhere: the comment lines directly above it, and its text."""

    comments: str
    body: str


def patch(
    text: str,
    old: Mapping[str, Tree],
    new: Mapping[str, Tree],
    lifted: Mapping[str, Lifted] | None = None,
    taken: frozenset[str] = frozenset(),
) -> str:
    """Return `text`, a file that says `old`, changed so that it says `new`.

    Both are trees in bibkit's form: members of `old` are compared with members of `new`, never with the text. `lifted`
    are members from elsewhere, by their name here; `taken` are members that went elsewhere with their comments.
    """
    source = Source(text)
    if not new:
        return source.all_comments()
    run = _Patch(source, lifted or {}, taken)
    if source.root is None:
        return source.text + source.blank_line() + run.fresh(new)
    try:
        return run.file(old, new)
    except Unusual:
        return rewrite(text, new)


def rewrite(text: str, new: Mapping[str, Tree]) -> str:
    """Return a file that says `new` in bibkit's form, below the comments that `text` holds."""
    source = Source(text)
    return source.all_comments() + (source.written(yaml_text.block(new, 0)) if new else "")


def lift(text: str, key: str, new_key: str, old: Tree, new: Tree) -> Lifted | None:
    """Return the member `key` of a file, changed from `old` to `new`, under its new key; None where it can't be cut."""
    source = Source(text)
    try:
        _, pieces = source.top()
        piece = next(piece for piece in pieces if piece.name == key)
        body = _Patch(source, {}, frozenset()).pair(piece, old, new, 0)
    except (Unusual, StopIteration):
        return None
    written = source.text[piece.start : piece.key_end]
    if not body.startswith(written):
        return None
    return Lifted(yaml_pieces.attached(piece.lead)[1], yaml_text.scalar(new_key) + body[len(written) :])


class _Patch:
    """One run over one text."""

    def __init__(self, source: Source, lifted: Mapping[str, Lifted], taken: frozenset[str]) -> None:
        self.source, self.lifted, self.taken = source, lifted, taken

    def file(self, old: Mapping[str, Tree], new: Mapping[str, Tree]) -> str:
        """Return the whole text."""
        head, pieces = self.source.top()
        return head + self.mapping(pieces, 0, old, new, len(self.source.text))

    def fresh(self, new: Mapping[str, Tree]) -> str:
        """Return a file's members where it has none yet."""
        row = Row(self.source, 0, spaced=isinstance(new, SpacedMap))
        for key, tree in new.items():
            self._insert(row, key, tree, 0)
        return row.close("")

    def mapping(
        self, pieces: Sequence[Piece], indent: int, old: Mapping[str, Tree], new: Mapping[str, Tree], end: int
    ) -> str:
        """Return the text of a mapping from its first key to `end`: members in the order of the text, new ones put
        behind the member that precedes them in `new`."""
        there = {str(piece.name) for piece in pieces}
        added: dict[str | None, list[str]] = {}
        anchor: str | None = None
        for key in new:
            if key in there:
                anchor = key
            elif key not in old or old[key] != new[key]:
                added.setdefault(anchor, []).append(key)
        row = Row(self.source, indent, spaced=isinstance(new, SpacedMap))
        for key in added.get(None, ()):
            self._insert(row, key, new[key], indent)
        for piece in pieces:
            key = str(piece.name)
            if key not in new and key in old:
                row.orphan(yaml_pieces.attached(piece.lead)[0] if key in self.taken and indent == 0 else piece.lead)
            else:
                same = key not in new or (key in old and old[key] == new[key])
                body = piece.body if same else self.pair(piece, old.get(key), new[key], indent)
                row.add(piece.lead, body, first=piece is pieces[0])
            for added_key in added.get(key, ()):
                self._insert(row, added_key, new[added_key], indent)
        return row.close(self.source.text[pieces[-1].end : end])

    def _insert(self, row: Row, key: str, tree: Tree, indent: int) -> None:
        if indent == 0 and key in self.lifted:
            row.insert(self.lifted[key].body, self.lifted[key].comments)
        else:
            row.insert(self.source.written(yaml_text.pair(key, tree, indent)))

    def sequence(self, pieces: Sequence[Piece], indent: int, old: Sequence[Tree], new: Sequence[Tree], end: int) -> str:
        """Return the text of a list from its first dash to `end`, in the order of `new`."""
        places = _places(old, new)
        row = Row(self.source, indent, spaced=isinstance(new, Spaced))
        orphans = self._orphans(pieces, {place for place in places if place is not None})
        for place, tree in zip(places, new, strict=True):
            if place is None:
                row.insert(self.source.written(yaml_text.item(tree, indent)))
                continue
            piece, was = pieces[place], old[place]
            row.orphan(orphans.get(place, ""))
            row.add(piece.lead, piece.body if was == tree else self.item(piece, was, tree, indent), first=place == 0)
        row.orphan(orphans.get(len(pieces), ""))
        return row.close(self.source.text[pieces[-1].end : end])

    @staticmethod
    def _orphans(pieces: Sequence[Piece], kept: set[int]) -> dict[int, str]:
        """Return the leads of removed members by the number of the member that follows; the last by one too many."""
        found: dict[int, str] = {}
        waiting = ""
        for number, piece in enumerate(pieces):
            if number in kept:
                found[number], waiting = waiting, ""
            else:
                waiting += yaml_pieces.comment_lines(piece.lead)
        found[len(pieces)] = waiting
        return found

    def pair(self, piece: Piece, old: Tree, new: Tree, indent: int) -> str:
        """Return the text of a member `key: value` with a new value."""
        return (
            self._nested(piece, old, new)
            or self._leaf(piece, new)
            or self._anew(piece, yaml_text.pair(str(piece.name), new, indent), indent)
        )

    def item(self, piece: Piece, old: Tree, new: Tree, indent: int) -> str:
        """Return the text of a member `- value` with a new value."""
        return self._nested(piece, old, new) or self._anew(piece, yaml_text.item(new, indent), indent)

    def _nested(self, piece: Piece, old: Tree, new: Tree) -> str:
        """Return the member with its list or mapping patched inside; '' where it must be written anew."""
        start, text = piece.start, self.source.text
        try:
            if isinstance(old, Mapping) and isinstance(new, Mapping) and new:
                pieces, column = self.source.pairs(piece.node)
                return text[start : pieces[0].start] + self.mapping(pieces, column, old, new, piece.end)
            if isinstance(old, list) and isinstance(new, list) and new:
                pieces, column = self.source.items(piece.node)
                if len(pieces) == len(old):
                    return text[start : pieces[0].start] + self.sequence(pieces, column, old, new, piece.end)
        except Unusual:
            return ""
        return ""

    def _leaf(self, piece: Piece, new: Tree) -> str:
        """Return `key: text # remark` with the new text in the place of the old one; '' where that can't be."""
        place = self.source.one_line_scalar(piece)
        if place is None or isinstance(new, list | Mapping) or new is None or new == "":
            return ""
        start, end = place
        text = self.source.text
        gap = "" if text[start - 1] == " " else " "
        return text[piece.start : start] + gap + yaml_text.leaf(new) + text[end : piece.end]  # type: ignore[arg-type]

    def _anew(self, piece: Piece, written: str, indent: int) -> str:
        comments = self.source.comments(piece)
        pad = " " * indent
        if len(comments) == 1 and "\n" not in written and self.source.on_first_line(piece, comments[0]):
            return self.source.written(f"{written}  {comments[0]}")
        return self.source.written("".join(f"{comment}\n{pad}" for comment in comments) + written)


def _places(old: Sequence[Tree], new: Sequence[Tree]) -> list[int | None]:
    """Return for each new member the number of the old one that it was: of the same name, and the most alike."""
    left: dict[object, list[int]] = {}
    for number, member in enumerate(old):
        left.setdefault(_name(member), []).append(number)
    places: list[int | None] = [None] * len(new)
    for exact in (True, False):
        for number, member in enumerate(new):
            candidates = left.get(_name(member)) if places[number] is None else None
            if candidates:
                best = max(candidates[:COMPARED], key=lambda place: _likeness(old[place], member))
                if not exact or old[best] == member:
                    candidates.remove(best)
                    places[number] = best
    return places


def _name(member: Tree) -> object:
    if isinstance(member, Mapping):
        return next(((name, member[name]) for name in NAMES if member.get(name)), str(member))
    return member


def _likeness(one: Tree, other: Tree) -> tuple[bool, int]:
    """Return how much two members of one name have in common."""
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one == other, sum(other.get(name) == value for name, value in one.items())
    return one == other, 0
