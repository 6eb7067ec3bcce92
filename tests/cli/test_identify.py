"""bibkit identify, seen from outside."""

import json

from typer.testing import CliRunner

from bibkit.cli import app

RUN = CliRunner()


def identify(*arguments: str, stdin: bytes = b"") -> tuple[int, str]:
    result = RUN.invoke(app(["identify"]), ["identify", *arguments], input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.stdout


def test_a_link_for_people() -> None:
    code, out = identify("https://arxiv.org/pdf/1706.03762v5.pdf")
    assert code == 0
    assert out.splitlines() == [
        "https://arxiv.org/pdf/1706.03762v5.pdf",
        "  arxiv:1706.03762  v5  https://arxiv.org/abs/1706.03762",
        "  derived doi:10.48550/arxiv.1706.03762",
    ]


def test_a_link_for_programs() -> None:
    code, out = identify(
        "http://papers.nips.cc/paper/5965-bayesian-dark-knowledge.pdf?casa_token=x", "--format", "jsonl"
    )
    assert code == 0
    assert json.loads(out) == {
        "url": "http://papers.nips.cc/paper/5965-bayesian-dark-knowledge.pdf?casa_token=x",
        "url_clean": "http://papers.nips.cc/paper/5965-bayesian-dark-knowledge.pdf",
        "identifiers": {"neurips": "5965-bayesian-dark-knowledge"},
        "derived": {},
        "version": None,
        "canonical": "https://papers.nips.cc/paper/5965-bayesian-dark-knowledge",
        "hint": "bayesian dark knowledge",
        "problems": [],
    }


def test_a_text_gives_all_it_holds() -> None:
    code, out = identify("see doi:10.1145/3530811 and arXiv:1706.03762", "--format", "jsonl")
    assert code == 0
    assert [json.loads(line)["identifiers"] for line in out.splitlines()] == [
        {"doi": "10.1145/3530811"},
        {"arxiv": "1706.03762"},
    ]


def test_what_is_malformed_is_reported_and_leaves_1() -> None:
    code, out = identify("https://arxiv.org/abs/1809.1085")
    assert code == 1
    assert "problem 1809.1085 is not an arXiv id" in out


def test_what_has_none_is_said_and_leaves_1() -> None:
    code, out = identify("https://openai.com/blog/x", "no id in these words")
    assert code == 1
    assert out.count("no identifier") == 2


def test_standard_input_line_by_line_whatever_its_bytes() -> None:
    lines = b"\xef\xbb\xbf10.1145/3530811\r\n\r\n\xff\xfe\nISBN 0-262-03561-8\n"
    code, out = identify("-", "--format", "jsonl", stdin=lines)
    assert code == 1
    found = [json.loads(line) for line in out.splitlines()]
    assert [one["identifiers"] for one in found] == [{"doi": "10.1145/3530811"}, {}, {"isbn": "9780262035613"}]
    assert found[0]["url"] == "10.1145/3530811"


def test_bytes_of_the_command_line_that_are_no_text() -> None:
    code, out = identify("https://arxiv.org/abs/1706.03762#\udcff")
    assert code == 0
    assert "arxiv:1706.03762" in out
