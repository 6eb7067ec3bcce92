"""An identifier: a scheme and a value in normal form."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Identifier:
    """A scheme (`doi`, `arxiv`, `acl` ...) and a value in that scheme's normal form."""

    scheme: str
    value: str

    def __str__(self) -> str:
        return f"{self.scheme}:{self.value}"
