"""Work in two processes gives what work in one gives."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.cli import _parallel
from bibkit.cli._parallel import WORTH, in_two


@given(st.lists(st.integers(0, 4 * WORTH), max_size=6))
def test_the_results_come_in_order(weights: list[int]) -> None:
    assert in_two(lambda item: item * 2, range(len(weights)), weights) == [2 * i for i in range(len(weights))]


def test_a_child_does_half_of_heavy_work() -> None:
    processes = in_two(lambda _: os.getpid(), "abcd", [WORTH] * 4)
    assert len(set(processes)) == (2 if hasattr(os, "fork") and (os.cpu_count() or 1) > 1 else 1)


def test_light_work_stays_here() -> None:
    assert set(in_two(lambda _: os.getpid(), "abcd", [10] * 4)) == {os.getpid()}


def test_an_error_of_the_child_comes_as_it_would_without() -> None:
    def work(item: str) -> str:
        if item == "b":
            raise ValueError("b is bad")
        return item

    with pytest.raises(ValueError, match="b is bad"):
        in_two(work, "ab", [2 * WORTH, 2 * WORTH])


def test_a_child_that_is_killed_is_made_up_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_parallel, "_in_child", lambda *_: os._exit(9))
    assert in_two(str.upper, "ab", [WORTH, WORTH]) == ["A", "B"]
