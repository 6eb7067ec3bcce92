"""What a list item is: a paper, a resource or nothing to keep. A table of tests, in order; each gives its reason."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from bibkit.importers import roles
from bibkit.model.identifier import Identifier
from bibkit.model.reference import Kind, Reference

#: Schemes whose identifiers a thing other than a paper has.
_OTHER_THINGS = frozenset({"github", "zenodo", "isbn", "isbn10"})
#: Words of a venue as written that say what the thing is, where it is no paper.
_FORMS = {
    "book": "book",
    "textbook": "book",
    "course": "course",
    "tutorial": "tutorial",
    "blog": "blog",
    "blog post": "blog",
    "website": "web page",
    "software": "software",
    "tool": "software",
    "github": "repository",
    "github repository": "repository",
}
#: Role of a link by its host or label -> what it leads to.
_THINGS = {
    "code": "repository",
    "blog": "blog",
    "project": "project page",
    "demo": "demo",
    "data": "data set",
    "model": "model",
    "video": "video",
    "slides": "slides",
    "discussion": "discussion",
    "documentation": "documentation",
    "leaderboard": "leaderboard",
    "book": "book",
    "workshop": "workshop",
}
#: Words of a heading, or of an item's own title -> what the items are, where nothing shows that they are papers.
_TOPICS = (
    ("workshop", r"workshops?|tutorials?|challenges?|competitions?"),
    ("book", r"books?|textbooks?"),
    ("course", r"courses?|lectures?|classes"),
    ("leaderboard", r"leader ?boards?|benchmarks?"),
    ("blog", r"blogs?|blog ?posts?|posts|articles|news"),
    (
        "software",
        r"software|tools?|toolkits?|toolbox(?:es)?|librar(?:y|ies)|frameworks?|engines?|apis?|packages?|platforms?|code",
    ),
    ("repository", r"repos?|repositor(?:y|ies)|awesome|lists?|collections?|github"),
    ("data set", r"data ?sets?|corpora|data"),
    ("web page", r"websites?|sites|links|resources?|communit(?:y|ies)|people|groups|labs|others?|misc(?:ellaneous)?"),
)
_TITLE_TOPICS = 5  #: how many of them a title can tell by itself: `library` and `list` stand in titles of papers too
_TODO = re.compile(r"to-? ?dos?\b", re.I)
_CONTENTS = re.compile(r"(?:table of )?contents?|toc|目录", re.I)
#: A title has at least so many words when nothing but its words shows that it is one.
_TITLE_WORDS = 4


@dataclass(frozen=True, slots=True)
class _Item:
    """What the tests look at."""

    reference: Reference
    identifiers: tuple[Identifier, ...]  #: of the main link and the text
    repository: bool  #: the venue is a place for software, not for papers

    @property
    def heading(self) -> str:
        return self.reference.section[-1] if self.reference.section else ""

    @property
    def scholarly(self) -> bool:
        """Whether an identifier or the main link's address shows a paper."""
        if any(i.scheme not in _OTHER_THINGS for i in self.identifiers):
            return True
        return bool(self.reference.url) and roles.of_url(self.reference.url) == roles.PAPER

    @property
    def dated(self) -> bool:
        return self.reference.year is not None or bool(self.reference.venue_raw)


Found = tuple[Kind, str] | None


def kind(reference: Reference, identifiers: tuple[Identifier, ...], *, repository: bool = False) -> tuple[Kind, str]:
    """Return what the item is and why. What the importer has settled (it gave a reason) stands."""
    if reference.reason:
        return reference.kind, reference.reason
    item = _Item(reference, identifiers, repository)
    return next(found for test in _TESTS if (found := test(item)))


def _is_nothing(item: _Item) -> Found:
    reference = item.reference
    links = [k.url for k in reference.links] + ([reference.url] if reference.url else [])
    contents = bool(_CONTENTS.fullmatch(item.heading))
    if links and all(_is_here(url) or (contents and "://" not in url) for url in links):
        return "skip", "table of contents"
    if not reference.title and not links:
        return "skip", "no title"
    return None


def _is_here(url: str) -> bool:
    """Return whether a link leads to a place of the list itself, or to another page of its repository."""
    return url.startswith("#") or ("://" not in url and url.split("#")[0].endswith((".md", "/")))


def _is_plan(item: _Item) -> Found:
    if any(_TODO.match(name) for name in item.reference.section) and not item.scholarly:
        return "skip", "to-do"
    return None


def _is_prose(item: _Item) -> Found:
    if item.reference.url or item.reference.links or item.dated or item.identifiers:
        return None
    return "skip", "no link, no venue and no year: prose"


def _is_form(item: _Item) -> Found:
    thing = _FORMS.get(item.reference.venue_raw.casefold())
    if thing and not (thing == "repository" and item.reference.url and item.scholarly):
        return "resource", thing
    if item.repository and not item.scholarly:
        return "resource", "repository"
    return None


def _is_remarked(item: _Item) -> Found:
    """A remark says what it is: `(blog post)`."""
    thing = _THINGS.get(roles.of_label(item.reference.note)) if len(item.reference.note) < 30 else None
    return ("resource", thing) if thing and not item.dated and not item.identifiers else None


def _is_scholarly(item: _Item) -> Found:
    return ("paper", "its link leads to a paper") if item.scholarly else None


def _is_dated(item: _Item) -> Found:
    return ("paper", "it has a venue or a year") if item.dated else None


def _leads_elsewhere(item: _Item) -> Found:
    thing = _THINGS.get(roles.of_url(item.reference.url))
    return ("resource", thing) if thing else None


def _topic(text: str, first: int) -> str:
    """Return what the words of a text say that a thing is, by the `first` rows of the topics; '' if nothing."""
    for thing, words in _TOPICS[:first]:
        if re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.I):
            return thing
    return ""


def _stands_among_resources(item: _Item) -> Found:
    for name in reversed(item.reference.section):
        thing = _topic(name, len(_TOPICS))
        if thing:
            return "resource", thing
    return None


def _sounds(item: _Item) -> Found:
    title = item.reference.title
    thing = _topic(title, _TITLE_TOPICS)
    if thing:
        return "resource", thing
    if item.reference.url and len(title.split()) >= _TITLE_WORDS:
        return "paper", "its link has a title"
    return "resource", _THINGS.get(item.reference.links[0].role, "web page") if item.reference.links else "web page"


_TESTS: tuple[Callable[[_Item], Found], ...] = (
    _is_nothing,
    _is_plan,
    _is_prose,
    _is_form,
    _is_remarked,
    _is_scholarly,
    _is_dated,
    _leads_elsewhere,
    _stands_among_resources,
    _sounds,
)
