"""How well `bibkit match` decides cases whose answers are known: wrong matches, recall, acceptable, time.

    python bench/matching.py CASES.jsonl [--all]

Prints every case that was decided in a way its answer does not accept; with --all every flag that differs too.
"""

import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bibkit import disk
from bibkit.formats import venues
from bibkit.resolve import cases, match


def main(path: str, everything: bool) -> int:
    """Print the figures of a file of cases; return 1 when one was matched wrongly."""
    lines = Path(path).read_text("utf-8").splitlines()
    table = venues.load(disk.data_text("venues.json"))
    count: Counter[str] = Counter()
    spent = 0.0
    for line in lines:
        case = cases.parse(line)
        started = time.perf_counter()
        answer = cases.answer(case, match.decide(case.query, case.records, table))
        spent += time.perf_counter() - started
        verdict = judge(answer, json.loads(line)["expected"])
        count.update(verdict)
        tell(line, answer, verdict, everything)
    print(f"cases          {len(lines)}")
    print(f"wrong matches  {count['wrong']}")
    print(f"recall         {count['found'] / max(1, count['findable']):.4f}  ({count['found']} of {count['findable']})")
    print(f"acceptable     {count['acceptable'] / max(1, len(lines)):.4f}")
    print(f"flags equal    {count['flags'] / max(1, len(lines)):.4f}")
    print(f"ms a query     {1000 * spent / max(1, len(lines)):.3f}")
    return 1 if count["wrong"] else 0


def judge(answer: dict[str, Any], expected: dict[str, Any]) -> set[str]:
    """Return what is true of an answer: wrong, findable, found, acceptable, flags."""
    said = set()
    right = answer["rid"] in expected["accept_rids"]
    matched = answer["decision"] == "match"
    if matched and not right:
        said.add("wrong")
    if expected["decision"] == "match":
        said.add("findable")
        if matched and right:
            said.add("found")
    if answer["decision"] in expected["accept_decisions"] and (right or not matched):
        said.add("acceptable")
    if sorted(answer["flags"]) == sorted(expected["flags"]):
        said.add("flags")
    return said


def tell(line: str, answer: dict[str, Any], verdict: set[str], everything: bool) -> None:
    """Print a case that went another way than its answer says."""
    expected = json.loads(line)["expected"]
    if "acceptable" not in verdict or (everything and "flags" not in verdict):
        mark = "WRONG " if "wrong" in verdict else "" if "acceptable" in verdict else "other "
        print(f"{mark}{answer}\n    expected {expected}")
    elif everything and "findable" in verdict and "found" not in verdict:
        print(f"missed {answer}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--all" in sys.argv))
