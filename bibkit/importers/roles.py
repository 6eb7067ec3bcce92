"""What a link leads to: by its label first, then by the words before it, then by its host. Three tables, in order."""

import functools
import re
from urllib.parse import urlsplit

from bibkit.importers.role_tables import HOSTS, SUBDOMAINS, WORDS
from bibkit.importers.role_tables import PAPER as PAPER

UNKNOWN = "related"  #: what a link is called that nothing tells: another thing of the same topic

#: Frameworks: alone they label code (`PyTorch`), within other words they are a part of a name (`TF-Lite`).
_FRAMEWORKS = re.compile(
    r"(?:pytorch|torch|tensorflow|tf|jax|flax|keras|caffe|caffe2|mxnet|theano|chainer|paddle|mindspore|matlab|python|c\+\+"
    r"|[\s/,&+#\d.])+",
    re.I,
)
_ROLES = tuple(role for role, _ in WORDS)
_NAMED = re.compile(rf"(?<![^\W_])(?:{'|'.join(f'(?P<{role}>{words})' for role, words in WORDS)})(?![^\W_])", re.I)
_WORD = re.compile(r"[^\W\d_]{2}")
#: A label names a role only if it is short: a long one is a title, in which `code` or `video` are words.
_MOST_WORDS = 5
#: Roles whose words stand in titles as well: the whole label must be made of such words.
_WHOLE = frozenset({"data", "model", "demo", "documentation", "review", "video"})
#: Places where another copy of the same work stands; beside a main link they lead to a version of it.
_COPIES = re.compile(r"\b(?:arxiv|ar5iv|open ?review|biorxiv|medrxiv|techrxiv|ssrn|hal)\b", re.I)

#: Labels that lead to whatever the title names.
_VAGUE = frozenset({"url", "link", "links", "here", "html", "online", "read", "web", "site", "website", "page"})

_OUTER = re.compile(r"^[\s\[\](){}（）【】「」<>|:·•*_`-]+|[\s\[\](){}（）【】「」<>|:·•*_`-]+$")


@functools.cache
def _pattern(path: str) -> re.Pattern[str]:
    """Return a path's pattern, compiled when its host is first met: a list knows few hosts."""
    return re.compile(path, re.I)


def bare(label: str) -> str:
    """Return a label without the brackets and marks around it: `[Paper]` is `Paper`."""
    inner = _OUTER.sub("", label)
    return inner + ")" * (inner.count("(") - inner.count(")")) if "(" in inner else inner


@functools.lru_cache(maxsize=4096)
def of_label(label: str) -> str:
    """Return the role that a label names, or '' where it names none."""
    text = bare(label)
    if not text or (text.count(" ") >= _MOST_WORDS and ":" not in text):
        return ""
    text = text.split(":")[0] if text.count(" ") >= _MOST_WORDS else text
    named = {match.lastgroup for match in _NAMED.finditer(text)}
    for role in _ROLES:
        if role in named and (role not in _WHOLE or is_role(label)):
            return role
    return "code" if _FRAMEWORKS.fullmatch(text) else ""


@functools.lru_cache(maxsize=4096)
def is_role(label: str) -> bool:
    """Return whether a label is made of the words of roles and nothing else, so that it can't be a title."""
    if label.count(" ") > _MOST_WORDS + 1:  # most titles
        return False
    text = bare(label)
    if not text:
        return False
    left, count = _NAMED.subn(" ", text)
    return count > 0 and not _WORD.search(_FRAMEWORKS.sub(" ", left))


def is_telling(label: str) -> bool:
    """Return whether a label names its role (`Paper`, `Code`), rather than only that it is a link (`URL`, `here`)."""
    return bool(of_label(label)) and bare(label).casefold() not in _VAGUE


def of_copy(label: str) -> bool:
    """Return whether a label names a place where copies stand (arXiv, OpenReview)."""
    return bool(_COPIES.search(label))


def of_url(url: str) -> str:
    """Return the role that an address suggests, or '' where it suggests none."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return ""
    for name, path, role in HOSTS:
        if (not name or host == name or host.endswith("." + name)) and (not path or _pattern(path).search(parts.path)):
            return role
    return SUBDOMAINS.get(host.split(".")[0], "")
