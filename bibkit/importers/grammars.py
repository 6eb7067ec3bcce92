"""Title grammars: how lists write an item. A table of patterns, tried in order; the first that makes sense wins.

A pattern looks like the Markdown that it reads:

- `TITLE` plain text; `[TITLE]` the label of a link; `"TITLE"` quoted; `{TITLE}` either of those, bold or emphasised
- `LABEL` year, month, venue and honours (see labels.py); `{LABEL}` one that is set off by brackets, code, a badge ...;
  `DATED` and `{DATED}` one that holds a year; `YEAR` a year alone
- `AUTHORS`, `*AUTHORS*`; `NAME` a nickname or a maker, which goes to the note
- `PROSE` words that run on into the link after them
- `LINKS` nothing, or a link (perhaps in brackets) and all after it; `FIRST` links before the title; `URL` a bare
  address and all after it; `…` anything
- `~` separators or nothing; `,` one of `, . ; |`; a blank is blanks or nothing; anything else is itself

A grammar holds only if its label is a label, its title a title and its authors names. To teach bibkit a convention of
another list, add a line to `GRAMMARS` at its place in the order, and its examples to tests/importers/test_grammars.py.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grammar:
    """One convention."""

    pattern: str
    sure: bool = False  #: its place alone shows that the label is one, so that the venue need not be known
    paragraph: bool = False  #: so telling that it also makes an item of a paragraph outside a list
    dated: bool = True  #: is tried only where there is a year: its label is set off by nothing

    @property
    def strict(self) -> bool:
        """Whether only the names themselves show that the authors are ones, so that there must be several in full."""
        return "AUTHORS" in self.pattern and "*AUTHORS*" not in self.pattern and "{LABEL}" not in self.pattern


GRAMMARS: tuple[Grammar, ...] = (
    Grammar("LABEL-[TITLE] …", sure=True, paragraph=True),
    Grammar("{LABEL} {LABEL} {TITLE} …", paragraph=True, dated=False),
    Grammar("{LABEL} {TITLE} …", sure=True, paragraph=True, dated=False),
    Grammar("{LABEL} ~ TITLE ~ LINKS", sure=True, dated=False),
    Grammar("LABEL ~ [TITLE] …", paragraph=True),
    Grammar("DATED ~ {TITLE} …", paragraph=True),
    Grammar("{TITLE} ~ {LABEL} …", sure=True, paragraph=True, dated=False),
    Grammar("{TITLE} ~ *AUTHORS* ~ LABEL ~ LINKS", sure=True, paragraph=True),
    Grammar("{TITLE} ~ AUTHORS ~ {DATED} …", paragraph=True),
    Grammar("{TITLE} ~ *AUTHORS* …", dated=False),
    Grammar("{TITLE} ~ AUTHORS, DATED ~ LINKS", paragraph=True),
    Grammar("{TITLE} ~ AUTHORS ~ LINKS", dated=False),
    Grammar('AUTHORS ~ "TITLE" …', dated=False),
    Grammar("{TITLE} …", dated=False),
    Grammar("TITLE ~ {DATED} …", sure=True),
    Grammar("TITLE ~ {LABEL} ~ LINKS", dated=False),
    Grammar("TITLE ~ *AUTHORS* ~ LABEL ~ LINKS", sure=True),
    Grammar("TITLE ~ *AUTHORS* ~ LINKS", dated=False),
    Grammar("TITLE. AUTHORS. DATED ~ LINKS"),
    Grammar("TITLE - AUTHORS - DATED ~ LINKS"),
    Grammar("TITLE, DATED ~ LINKS"),
    Grammar("TITLE, YEAR ~ LINKS"),
    Grammar("TITLE: URL", dated=False),
    Grammar("NAME: [TITLE] …", dated=False),
    Grammar("TITLE ~ LINKS", dated=False),
    Grammar("PROSE [TITLE] …", dated=False),
    Grammar("FIRST ~ TITLE", dated=False),
)
