"""Which container titles say more than venue and year."""

import pytest

from bibkit.text.containers import says_more


@pytest.mark.parametrize(
    ("container", "more"),
    [
        pytest.param("NeurIPS'23", False, id="a label"),
        pytest.param("ICLR 2022 (Oral)", False, id="a label with a flag"),
        pytest.param(
            "37th International Conference on X, ICX 2017, Sydney, NSW, 6-11 August 2017", False, id="catalogue"
        ),
        pytest.param("Proceedings of the 57th Annual Meeting of the Association for X", True, id="the printed title"),
        pytest.param("Meeting of X, Hong Kong, China, July 1-6, 2019, Volume 1: Long Papers", True, id="a part"),
        pytest.param("2021 Conference on X Workshops, virtual, June 19-25, 2021", True, id="workshops"),
        pytest.param("Journal of Machine Learning Research", True, id="a journal"),
    ],
)
def test_says_more(container: str, more: bool) -> None:
    assert says_more(container) is more
