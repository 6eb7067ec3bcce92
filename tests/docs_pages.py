"""The pages of the documentation: their blocks and tables, and their examples made to run.

A block says what it is behind the name of its language:

    ```toml file=bibkit.toml    the file is written
    ```diff file=NAME           the file is edited so
    ```diff break=NAME          the same, but it is mended again behind the next console block
    ```console                  `$ command` and below it what it prints; `...` stands for anything

A command has to leave with code 0, unless the page says `# exit code 1` behind it.
"""

import contextlib
import io
import re
import shlex
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bibkit import cli

DOCS = Path(__file__).parents[1] / "docs"

_FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_EXIT = re.compile(r"\s+# exit code (\d+).*")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
_SHELL = re.compile(r"[|<>&;]")


def page(name: str) -> str:
    """Return the text of a page."""
    return (DOCS / name).read_text(encoding="utf-8")


def tables(text: str) -> list[list[list[str]]]:
    """Return the tables of a text: their rows, head first, each cell without blanks around it."""
    found = re.findall(r"(?:^\|.*\|\n)+", text, re.MULTILINE)
    rows = [[[c.strip() for c in row.strip("|").split("|")] for row in table.splitlines()] for table in found]
    return [[table[0], *table[2:]] for table in rows]


def table(text: str, head: str) -> list[list[str]]:
    """Return the rows of the first table whose first column has this head, without the head."""
    return next(rows[1:] for rows in tables(text) if rows[0][0] == head)


def codes(text: str) -> list[str]:
    """Return what stands in backticks."""
    return re.findall(r"`([^`]+)`", text)


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a page."""

    language: str
    options: dict[str, str]
    body: str
    line: int  #: of its first line within the page, from 1


def blocks(page: str) -> Iterator[Block]:
    """Yield the fenced blocks of a page, in order."""
    for found in _FENCE.finditer(page):
        language, *words = found["info"].split() or [""]
        options = dict(word.partition("=")[::2] for word in words)
        yield Block(language, options, found["body"], page[: found.start("body")].count("\n") + 1)


def play(page: str, folder: Path) -> Iterator[tuple[str, str, str]]:
    """Play a page in `folder`, which is the working directory; yield (command, what the page shows, what came)."""
    broken: dict[Path, str] = {}
    for block in blocks(page):
        name = block.options.get("file") or block.options.get("break") or ""
        place = folder / name
        if block.language == "diff" and name:
            if "break" in block.options:
                broken[place] = place.read_text(encoding="utf-8")
            place.write_text(_edited(place.read_text(encoding="utf-8"), block.body), encoding="utf-8")
        elif name:
            place.write_text(block.body, encoding="utf-8")
        elif block.language == "console":
            for command, shown in _commands(block.body):
                yield command, shown, _run(command, folder)
            for path, text in broken.items():
                path.write_text(text, encoding="utf-8")
            broken.clear()


def agrees(shown: str, came: str) -> bool:
    """Return whether an output is what the page shows: `...` stands for anything, days are equal."""
    pattern = re.escape(_DAY.sub("DAY", shown.strip("\n"))).replace(r"\.\.\.", ".*")
    return re.fullmatch(pattern, _DAY.sub("DAY", came.strip("\n")), re.DOTALL) is not None


def _commands(body: str) -> Iterator[tuple[str, str]]:
    for part in re.split(r"^\$ ", body, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield command, shown


def _edited(text: str, diff: str) -> str:
    lines = [line for line in diff.splitlines() if line]
    old, new = ("".join(f"{line[1:]}\n" for line in lines if line[0] in f" {sign}") for sign in "-+")
    assert text.count(old) == 1, f"the page edits what is there {text.count(old)} times:\n{old}"
    return text.replace(old, new)


def _run(command: str, folder: Path) -> str:
    wanted = _EXIT.search(command)
    words = command[: wanted.start()] if wanted else command
    code, output = _bibkit(words) if words.startswith("bibkit ") and not _SHELL.search(words) else _shell(words, folder)
    assert code == int(wanted[1] if wanted else 0), f"{command}: left with {code}:\n{output}"
    return output


def _bibkit(words: str) -> tuple[int, str]:
    output = io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(output):
        try:
            cli.run(shlex.split(words)[1:])
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
    return code, output.getvalue()


def _shell(words: str, folder: Path) -> tuple[int, str]:
    done = subprocess.run(["sh", "-c", words], cwd=folder, capture_output=True, text=True, timeout=60, check=False)
    return done.returncode, done.stdout + done.stderr
