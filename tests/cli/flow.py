"""A small list, a local index that knows its works, and the command line, for tests of the commands from outside."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

LIST = """\
# Awesome slimming

## Pruning

- Slimming Networks by Slow and Steady Cutting, ICML, 2021 [[Paper](https://arxiv.org/abs/2101.00001)] [[Code](https://github.com/a/b)]
- 2020-NIPS-[Growing Networks by Quick and Careless Adding](https://proceedings.neurips.cc/paper/2020/hash/0123456789abcdef0123456789abcdef-Abstract.html)

## Speed

- [Model Compression Twice Published](https://example.org/twice.pdf)
- [A paper that nobody else has ever heard of at all](https://example.org/unknown.pdf)
- [Awesome Slimming](https://github.com/c/d)
"""

RECORDS = [
    {
        "id": "r1", "source": "dblp via test", "grade": "A", "kind": "published", "type": "inproceedings",
        "title": "Slimming Networks by Slow and Steady Cutting", "year": 2021, "pages": "1--9", "arxiv": "2101.00001",
        "authors": [{"family": "Doe", "given": "Ann"}, {"family": "Müller", "given": "Jörg"}],
        "booktitle": "Proceedings of the 38th International Conference on Machine Learning, ICML 2021",
    },
    {
        "id": "r2", "source": "dblp via test", "grade": "A", "kind": "published", "type": "inproceedings",
        "title": "Growing Networks by Quick and Careless Adding", "year": 2020,
        "authors": [{"family": "Roe", "given": "Bo"}],
        "booktitle": "Advances in Neural Information Processing Systems 33",
    },
    {
        "id": "r3", "source": "dblp via test", "grade": "A", "kind": "published", "type": "inproceedings",
        "title": "Model Compression Twice Published", "year": 2006, "authors": [{"family": "Poe", "given": "Cy"}],
        "booktitle": "Knowledge Discovery and Data Mining, KDD 2006",
    },
    {
        "id": "r4", "source": "dblp via test", "grade": "A", "kind": "published", "type": "article",
        "title": "Model Compression Twice Published", "year": 2009, "authors": [{"family": "Moe", "given": "Di"}],
        "journal": "Machine Learning",
    },
]  # fmt: skip


class Flow:
    """A folder with the list and an index; `run` is the `bibkit` command in a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.list = folder / "slim.md"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith("BIBKIT_")},
            "BIBKIT_INDEX": str(folder / "index.sqlite"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "NO_COLOR": "1",
        }

    @classmethod
    def made(cls, folder: Path) -> "Flow":
        """Make list and index in a folder."""
        flow = cls(folder)
        flow.list.write_text(LIST, encoding="utf-8")
        records = folder / "records.jsonl"
        records.write_text("".join(json.dumps(record) + "\n" for record in RECORDS), encoding="utf-8")
        assert flow.run("index", "add", str(records)).returncode == 0
        return flow

    @classmethod
    def copied(cls, made: Path, folder: Path) -> "Flow":
        """Copy a folder that was made before, times included: a copy of an index is the same index."""
        shutil.copytree(made, folder)
        return cls(folder)

    def run(self, *arguments: str, text: str | None = None) -> subprocess.CompletedProcess[str]:
        """Run a command; no traceback may ever come of it."""
        done = subprocess.run(
            [sys.executable, "-m", "bibkit", *arguments],
            cwd=self.folder,
            env=self.environment,
            input=text,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done

    def files(self, folder: str = "catalog") -> dict[str, str]:
        """Return the texts of a folder, by path."""
        root = self.folder / folder
        return {
            path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(root.rglob("*"))
            if path.is_file() and not path.name.startswith(".")
        }
