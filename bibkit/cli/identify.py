"""bibkit identify: which identifiers a link or a text carries, without asking anybody."""

import io
import json
import sys
from collections.abc import Iterator
from typing import Annotated, Literal

import typer

from bibkit.resolve import identify as finder
from bibkit.resolve.identify import Identified

STDIN = "-"


def identify(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT|URL...", help="- reads standard input, line by line.")],
    *,
    format_: Annotated[
        Literal["text", "jsonl"], typer.Option("--format", help="For people, or for programs.")
    ] = "text",
) -> None:
    """Show the identifiers that links and texts carry. Exit 1 if something has none, or a malformed one."""
    clean = True
    for text in _lines(texts):
        for one in _found(text):
            clean &= bool(one.identifiers) and not one.problems
            typer.echo(json.dumps(_fields(one), ensure_ascii=False) if format_ == "jsonl" else _report(one))
    raise typer.Exit(0 if clean else 1)


def _lines(texts: list[str]) -> Iterator[str]:
    for text in texts:
        if text == STDIN:
            lines = io.TextIOWrapper(sys.stdin.buffer, "utf-8-sig", "replace")
            yield from (line.strip() for line in lines if line.strip())
        else:
            # Bytes of the command line that are no text can't be printed either.
            yield text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _found(text: str) -> tuple[Identified, ...]:
    """Return what is found: one for a word, all for a text, and one without identifiers where nothing is."""
    found = finder.text(text) if len(text.split()) > 1 else ()
    return found or (finder.url(text),)


def _fields(one: Identified) -> dict[str, object]:
    return {
        "url": one.url,
        "url_clean": one.clean,
        "identifiers": {identifier.scheme: identifier.value for identifier in one.identifiers},
        "derived": {identifier.scheme: identifier.value for identifier in one.derived},
        "version": one.version or None,
        "canonical": next((finder.canonical_url(identifier) for identifier in one.identifiers), "") or None,
        "hint": one.hint or None,
        "problems": list(one.problems),
    }


def _report(one: Identified) -> str:
    lines = [one.url.strip()]
    for identifier in one.identifiers:
        lines.append(
            "  ".join(part for part in (f"  {identifier}", one.version, finder.canonical_url(identifier)) if part)
        )
    lines += [f"  derived {identifier}" for identifier in one.derived]
    lines += [f"  title   {one.hint}"] if one.hint else []
    lines += [f"  problem {problem}" for problem in one.problems]
    return "\n".join(lines if len(lines) > 1 else [*lines, "  no identifier"])
