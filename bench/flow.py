"""Time the main job as whole processes: import, resolve, resolve again, build. Prints medians of RUNS runs.

python bench/flow.py FOLDER_OF_LISTS RECORDS.jsonl.gz
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 3


def main() -> None:
    """Run the commands in scratch folders and print seconds, and what `resolve` and `build` say."""
    lists = sorted(str(path.resolve()) for path in Path(sys.argv[1]).glob("*.md"))
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "BIBKIT_INDEX": str(Path(folder) / "index.sqlite"), "XDG_CACHE_HOME": folder}

        def run(where: Path, *arguments: str) -> tuple[float, str]:
            start = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-m", "bibkit", *arguments],
                cwd=where, env=environment, capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode > 1:
                sys.exit(f"{' '.join(arguments)}: {done.stderr}")
            return time.perf_counter() - start, done.stdout

        print(f"index add        {run(Path(folder), 'index', 'add', str(Path(sys.argv[2]).resolve()))[0]:6.2f} s")
        times: dict[str, list[float]] = {}
        for number in range(RUNS):
            where = Path(folder) / str(number)
            where.mkdir()
            for name, arguments in (
                ("nothing (--version)", ("--version",)),
                ("import as jsonl", ("import", *lists, "--dry-run", "--format", "jsonl")),
                ("import", ("import", *lists)),
                ("import again", ("import", *lists)),
                ("resolve", ("resolve", "--source", "local")),
                ("resolve again", ("resolve", "--source", "local")),
                ("build", ("build",)),
                ("build again", ("build",)),
            ):
                seconds, said = run(where, *arguments)
                times.setdefault(name, []).append(seconds)
        for name, seconds_ in times.items():
            print(f"{name:20} {statistics.median(seconds_):6.2f} s  ({min(seconds_):.2f} to {max(seconds_):.2f})")
        print("\n".join(said.splitlines()[-3:]))


if __name__ == "__main__":
    main()
