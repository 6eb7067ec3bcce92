"""What links lead to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibkit.importers import roles


@pytest.mark.parametrize(
    ("label", "role"),
    [
        *(pytest.param(w, "paper", id=w) for w in ("Paper", "[PDF]", "URL", "arXiv", "OpenReview", "paper link")),
        *(
            pytest.param(w, "code", id=w)
            for w in (
                "Code",
                "[code]",
                "Caffe Code",
                "PyTorch Reimpl. #1",
                "Github",
                "official code",
                "PyTorch",
                "Code: NVIDIA ASP",
                "TensorFlow 2.0",
                "代码",
            )
        ),
        *(pytest.param(w, "project", id=w) for w in ("Project", "Project Page", "Homepage", "Website")),
        *(pytest.param(w, "slides", id=w) for w in ("Slides", "slide", "PPT")),
        *(pytest.param(w, "video", id=w) for w in ("Video", "Talk", "YouTube")),
        *(pytest.param(w, "blog", id=w) for w in ("Blog", "blog (in Chinese)", "Medium post")),
        *(pytest.param(w, "discussion", id=w) for w in ("Reddit discussion", "Twitter thread")),
        *(
            pytest.param(w, "version", id=w)
            for w in (
                "2018 TPAMI version",
                "Arxiv extension",
                "Journal version",
                "extended version",
                "2019 ICLR version",
            )
        ),
        pytest.param("2020 Book: A Long and Winding Title of It", "book", id="a word before a colon"),
        pytest.param("Supplementary", "supplement", id="supplement"),
        pytest.param("Poster", "poster", id="poster"),
        pytest.param("Reviews", "review", id="reviews"),
        pytest.param("Dataset", "data", id="dataset"),
        pytest.param("Model Zoo", "model", id="model zoo"),
        pytest.param("Demo", "demo", id="demo"),
        pytest.param("workshop: continual learning", "workshop", id="workshop"),
        pytest.param("TF-Lite", "", id="a framework within a name"),
        pytest.param("Data Distillation", "", id="a word of a title"),
        pytest.param("Model Compression", "", id="another word of a title"),
        pytest.param("How to Explain the Code of a Paper in a Video", "", id="a title that holds such words"),
        pytest.param("Decoder", "", id="a part of a word"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_role_of_a_label(label: str, role: str) -> None:
    assert roles.of_label(label) == role


@pytest.mark.parametrize(
    ("url", "role"),
    [
        pytest.param("https://github.com/a/b", "code", id="repository"),
        pytest.param("https://github.com/a/b/blob/master/paper.pdf", "paper", id="a paper in a repository"),
        pytest.param("https://gist.github.com/a/1", "code", id="sub-domain"),
        pytest.param("https://notgithub.com/a/b", "", id="another domain"),
        pytest.param("https://huggingface.co/spaces/a/b", "demo", id="a space"),
        pytest.param("https://huggingface.co/papers/2301.00001", "paper", id="a paper's page"),
        pytest.param("https://sites.google.com/view/x", "project", id="project"),
        pytest.param("https://x.github.io/", "project", id="project of a user"),
        pytest.param("https://x.github.io/posts/2020/06/y/", "blog", id="blog of a user"),
        pytest.param("https://ai.googleblog.com/2016/05/x.html", "blog", id="blog"),
        pytest.param("https://crfm.stanford.edu/2023/10/12/x.html", "blog", id="a dated page"),
        pytest.param("https://www.youtube.com/watch?v=1", "video", id="video"),
        pytest.param("https://arxiv.org/abs/2301.00001", "paper", id="arXiv"),
        pytest.param("https://openreview.net/group?id=ICML.cc/2018/X", "", id="a venue's page is no paper"),
        pytest.param("http://x.edu/~me/a.PDF", "paper", id="a file"),
        pytest.param("https://ml.energy/leaderboard/?__theme=light", "leaderboard", id="leaderboard"),
        pytest.param("https://slides.x.org/a", "slides", id="a telling sub-domain"),
        pytest.param("https://x.org/", "", id="unknown"),
        pytest.param("http://[::1", "", id="no address at all"),
    ],
)
def test_role_of_an_address(url: str, role: str) -> None:
    assert roles.of_url(url) == role


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        pytest.param("[Paper]", True, id="a role"),
        pytest.param("PDF, Code", True, id="two roles"),
        pytest.param("official PyTorch code", True, id="with its framework"),
        pytest.param("this repo", False, id="a word beside it"),
        pytest.param("Caffe2/PyTorch", False, id="frameworks alone may be what the item is"),
        pytest.param("Dataset Distillation", False, id="a title"),
    ],
)
def test_a_role_alone_is_no_title(label: str, expected: bool) -> None:
    assert roles.is_role(label) is expected


def test_only_a_label_that_says_what_is_told_as_such() -> None:
    assert [roles.is_telling(w) for w in ("Paper", "[PDF]", "URL", "here", "Deep Title")] == [
        True,
        True,
        False,
        False,
        False,
    ]


@given(st.text(max_size=60))
def test_any_text_can_be_asked(text: str) -> None:
    assert isinstance(roles.of_label(text), str)
    assert isinstance(roles.of_url(text), str)
    assert isinstance(roles.is_role(text), bool)
