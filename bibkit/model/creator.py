"""Who made a work."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Creator:
    """A person by parts (BibTeX's first, von, last, jr), or an organisation as one literal; Unicode (NFC)."""

    family: str = ""
    given: str = ""
    particle: str = ""  #: the von part: `van der`
    suffix: str = ""  #: Jr., III
    literal: str = ""  #: an organisation, or a name that must not be split

    def __str__(self) -> str:
        """Return BibTeX's unambiguous order without LaTeX: `von Last, Jr, First`; an organisation in braces."""
        if self.literal:
            return "{" + self.literal + "}"
        last = f"{self.particle} {self.family}".strip()
        parts = [last, self.suffix, self.given] if self.suffix else [last, self.given]
        return ", ".join(part for part in parts if part) if self.given or self.suffix else last

    @property
    def display(self) -> str:
        """Return the name as people write it: `Laurens van der Maaten`."""
        if self.literal:
            return self.literal
        return " ".join(part for part in (self.given, self.particle, self.family, self.suffix) if part)
