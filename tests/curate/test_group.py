"""Items are one work on identifiers and titles together; nothing else merges."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.curate.facts import Facts
from bibkit.curate.group import BLOCK_LIMIT, group, same_work
from bibkit.model.identifier import Identifier


def facts(
    title: str,
    *ids: str,
    year: int | None = None,
    venue: str = "",
    workshop: bool = False,
    key: str = "",
    hint: str = "",
) -> Facts:
    identifiers = frozenset(Identifier(*text.split(":", 1)) for text in ids)
    return Facts(title, year, venue, workshop, identifiers, key, hint)


LONG = "Learning both Weights and Connections for Efficient Neural Networks"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(
            facts("BERT-like Models Compressed", "arxiv:2001.00001"),
            facts("Bert-Like models compressed", "arxiv:2001.00001"),
            True,
            id="same id, same title in another case",
        ),
        pytest.param(
            facts("DistilBERT", "arxiv:1910.01108"),
            facts("DistilBERT, a distilled version of BERT: smaller, faster", "arxiv:1910.01108"),
            True,
            id="same id, one title cut short",
        ),
        pytest.param(
            facts("Detecting Objects with Sequences", "arxiv:2105.15203"),
            facts("Simple Design for Semantic Segmentation", "arxiv:2105.15203"),
            False,
            id="same id, another title: a wrong link",
        ),
        pytest.param(
            facts(LONG, "neurips:2015/x"), facts(LONG, "arxiv:1506.02626"), True, id="long title, other scheme"
        ),
        pytest.param(
            facts(LONG, "arxiv:1506.02626"), facts(LONG, "arxiv:1999.00001"), True, id="unique title, a second upload"
        ),
        pytest.param(
            facts("Pruning Networks from Scratch", "arxiv:1506.02626"),
            facts("Pruning Networks from Scratch", "arxiv:1999.00001"),
            False,
            id="title that two may have, rival ids",
        ),
        pytest.param(
            facts("Do deep neural nets need depth", hint="do deep nets really need to be deep", year=2014),
            facts("Do Deep Nets Really Need To Be Deep?", "arxiv:1312.6184", year=2014),
            True,
            id="the link's own words are the other's title",
        ),
        pytest.param(
            facts("FlexGen: Generative Inference on a Single GPU", year=2023, venue="icml"),
            facts("Generative Inference on a Single GPU", year=2023, venue="icml"),
            True,
            id="name dropped, one volume",
        ),
        pytest.param(
            facts("SparseNet-Sparsely Aggregated Networks", year=2018, venue="eccv"),
            facts("Sparsely Aggregated Networks", "cvf:Zhu_Sparsely_ECCV_2018"),
            True,
            id="name put before with a hyphen, one volume by the link",
        ),
        pytest.param(
            facts("FlexGen: Generative Inference on a Single GPU", year=2023, venue="icml"),
            facts("Generative Inference on a Single GPU", year=2020, venue="kdd"),
            False,
            id="name dropped, two places",
        ),
        pytest.param(
            facts("GPTQ: Accurate Post-Training Quantization for Transformers", year=2023, venue="iclr"),
            facts("GPTQ: Accurate Quantization for Transformers", "openreview:x", year=2023, venue="iclr"),
            True,
            id="one name in one volume",
        ),
        pytest.param(
            facts("LLM.int8(): 8-bit Matrix Multiplication at Scale", "arxiv:2208.07339"),
            facts("GPT3.int8(): 8-bit Matrix Multiplication at Scale", "arxiv:2208.07339"),
            True,
            id="renamed on publication, same id",
        ),
        pytest.param(
            facts("BlockSwap: Block Substitution for Network Compression", "arxiv:1906.04113", year=2019),
            facts("BlockSwap: Block Substitution for Network Compression on a Budget", "openreview:s", year=2020),
            True,
            id="title grown on publication",
        ),
        pytest.param(
            facts("Model compression", year=2018, venue="iclr"),
            facts("Model compression via distillation", year=2018, venue="iclr"),
            False,
            id="first words of a longer title",
        ),
        pytest.param(facts(LONG, year=2015), facts(LONG, year=2016), True, id="long title, next year"),
        pytest.param(facts(LONG, year=2005), facts(LONG, year=2016), False, id="long title, another decade"),
        pytest.param(
            facts("AdaNet: Adaptive Tokens", "arxiv:2112.07658"),
            facts("AdaNet: Adaptive Vision Models", "cvf:Meng_AdaNet_CVPR_2022"),
            False,
            id="one name, two papers",
        ),
        pytest.param(
            facts("Model Compression", year=2006, venue="kdd"),
            facts("Model Compression", year=2018, venue="icml"),
            False,
            id="short title, far years",
        ),
        pytest.param(
            facts("Dataset Distillation", year=2018),
            facts("Dataset distillation", year=2018),
            True,
            id="short, same year",
        ),
        pytest.param(
            facts("Rethinking the Value of Pruning", year=2018, workshop=True),
            facts("Rethinking the Value of Pruning", year=2019),
            False,
            id="workshop paper and conference paper are two works",
        ),
        pytest.param(
            facts("Scaling Networks to Version V2", "arxiv:2001.00001"),
            facts("Scaling Networks to Version V3", "arxiv:2001.00001"),
            False,
            id="another number in the title",
        ),
        pytest.param(facts("", "arxiv:2001.00001"), facts(LONG, "arxiv:2001.00001"), True, id="a bare identifier"),
        pytest.param(facts(""), facts(""), False, id="nothing proves nothing"),
        pytest.param(facts("A", key="a1"), facts("B", key="a1"), True, id="filed under one key already"),
        pytest.param(facts(LONG, key="a1"), facts(LONG, key="b2"), False, id="filed under two keys already"),
    ],
)
def test_same_work(one: Facts, other: Facts, same: bool) -> None:
    assert (same_work(one, other), same_work(other, one)) == (same, same)


def test_a_chain_of_small_steps_merges_nothing() -> None:
    title = "Pruning Networks from Scratch"
    first, last = facts(title, "arxiv:1506.02626"), facts(title, "arxiv:1999.00001")
    between = facts(title)
    assert group([first, between, last]) == [0, 0, 1]


def test_an_item_joins_the_entry_that_one_of_its_earlier_items_names() -> None:
    entry = facts("OPTQ: Accurate Quantization", "openreview:tcbBPnfwxS", key="frantar2023optq")
    earlier = facts("GPTQ: Accurate Post-Training Quantization", "arxiv:2210.17323", key="frantar2023optq")
    again = facts("GPTQ: Accurate Post-Training Quantization", "arxiv:2210.17323")
    assert group([entry, earlier, again]) == [0, 0, 0]


def test_items_that_are_no_papers_have_no_number() -> None:
    assert group([None, facts(LONG), None]) == [None, 0, None]


def test_many_items_of_one_title_stay_quick() -> None:
    items = [facts("Editorial", f"arxiv:{i:09}", year=2000) for i in range(20 * BLOCK_LIMIT)]
    assert len(set(group(items))) == len(items)


@given(st.lists(st.sampled_from([LONG, "Model Compression", "X: a", "Y"]), max_size=12))
def test_numbers_come_in_order_of_first_appearance(names: list[str]) -> None:
    numbers = group([facts(name) for name in names])
    firsts = list(dict.fromkeys(numbers))
    assert firsts == list(range(len(firsts)))
