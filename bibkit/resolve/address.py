"""Web addresses: take them apart, and leave out what does not choose the page."""

import re
from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import unquote

from bibkit.text.trim import regex, unbalanced_off, unescape

#: No server takes a longer address (characters).
LONGEST = 8192

_PARTS = (
    r"(?P<scheme>https?|ftp):/+(?P<user>[^/?#@]*@)?(?P<host>[^/?#:\s]{1,253})(?P<port>:\d*)?(?=[/?#]|$)"
    r"(?P<path>[^?#]*)(?:\?(?P<query>[^#]*))?(?:#(?P<fragment>.*))?"
)
#: `math.GT/0309136` looks like a host with a path, and is an old arXiv id.
_BARE_HOST = r"(?:[a-z\d-]+\.)+[a-z]{2,}/(?!\d{7}(?:v\d+)?$)|www\.[\w-]+\."
_UNPRINTABLE = "[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2060\ufeff]"
_SUSPECT = r"[%<>\"`{}|^\]&,;\s]|//"
#: What copying and pasting leaves behind an address: markup, text after a file's end, parameters without a `?`.
_JUNK = (
    r"(?:%3[CE]|%22|%5[BD]%5[BD]|[<>\"`{}|^]|\]\]|;jsessionid|\s+\W).*|(?<=\.pdf)(?:[&,;\]\s]|%(?!2F)).*|&[a-z_]+=.*"
)
_MARKUP = r"(?:%3[CE]|[<>]|\]\]).*"
#: DOIs of the nineties hold angle brackets.
_SICI = r"(?:<|%3C)[^/]*CO;2-"
#: A DOI may hold two slashes, and an address inside an address (`/web/2020/https://...`) keeps its own.
_SLASHES = r"(?P<kept>:/{2,}|10\.\d{4,9}/.*)|/{2,}"

#: Parameters that say where a reader came from, never which page it is.
_TRACKING_NAMES = """casa_token usg trk ref ref_src ref_url forcedefault fbclid gclid dclid msclkid mc_cid mc_eid igshid
    spm si feature ab_channel referrer via _hsenc _hsmi needaccess journalcode"""
TRACKING = frozenset(_TRACKING_NAMES.split())
_TRACKING_STARTS = ("utm_", "via%3d")


class Address(NamedTuple):
    """A web address by parts, without junk; `host` without `www.`, `origin` is user, host and port as written."""

    scheme: str
    origin: str
    host: str
    path: str
    query: str = ""
    fragment: str = ""

    @property
    def target(self) -> str:
        """Return path and query with escapes resolved: what the table of links is matched against."""
        whole = f"{self.path}?{self.query}" if self.query else self.path
        return unquote(whole) if "%" in whole else whole

    def clean(self, keep: Collection[str] | None = None) -> str:
        """Return the address without tracking; with `keep`, only the parameters of these names (lower case) stay."""
        text = f"{self.scheme}://{self.origin}{self.path}"
        if self.query:
            pairs = [pair for pair in self.query.split("&") if _selects(pair.partition("=")[0].lower(), keep)]
            text += f"?{'&'.join(pairs)}" if pairs else ""
        if self.fragment and not self.fragment.startswith((":~:", ".")) and "utm_" not in self.fragment:
            text += f"#{self.fragment}"
        return unbalanced_off(text)

    def parameter(self, name: str) -> str:
        """Return the value of the parameter `name` with escapes resolved, or ''."""
        for pair in self.query.split("&"):
            key, _, value = pair.partition("=")
            if key == name:
                return unquote(value)
        return ""


def split(text: str) -> Address | None:
    """Return the address that `text` is, or None if it is none; blanks, line ends and LaTeX escapes are taken out."""
    if len(text) > LONGEST:
        return None
    if not text.isprintable():
        # A line end is where an address was wrapped, a blank of another kind is a blank, a control sign is nothing.
        text = re.sub(r"\s", " ", regex(_UNPRINTABLE).sub("", re.sub(r"\s*[\r\n]\s*", "", text)))
    if "\\" in text:
        text = re.sub(r"\\([#&_%~{}$])", r"\1", text)
    if ";" in text:
        text = unescape(text)
    text = unbalanced_off(text.strip().lstrip("<([\"'"))
    found = regex(_PARTS).match(text)
    if not found and regex(_BARE_HOST).match(text):
        found = regex(_PARTS).match(f"https://{text}")
    if not found:
        return None
    scheme, user, host, port, path, query, fragment = found.groups("")
    host = host.lower().rstrip(".")
    if regex(_SUSPECT).search(path):
        path = _junk_off(path)
    if query:
        query = regex(_MARKUP).sub("", query.lstrip("?")).strip().replace(" ", "%20")
    origin = f"{user}{host}{port}"
    return Address(scheme.lower(), origin, host.removeprefix("www."), path, query, fragment.strip())


def _junk_off(path: str) -> str:
    if not regex(_SICI).search(path):
        path = regex(_JUNK).sub("", path)
    path = re.sub(r"\s", "%20", path.strip())
    return regex(_SLASHES).sub(lambda found: found[0] if found["kept"] else "/", path)


def _selects(name: str, keep: Collection[str] | None) -> bool:
    if keep is not None:
        return name in keep
    return bool(name) and name not in TRACKING and not name.startswith(_TRACKING_STARTS)
