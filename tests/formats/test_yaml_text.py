"""Every text stays text, whoever reads it."""

import pytest
import yaml
from hypothesis import given

from bibkit.formats import yaml_text, yaml_tree
from bibkit.formats.yaml_text import Flow
from tests.formats.catalogs import ANY, NASTY, TAGS

#: YAML's own limit, in characters.
LONGEST_KEY = 1000

READERS = {name: getattr(yaml, name) for name in ("BaseLoader", "SafeLoader", "CBaseLoader", "CSafeLoader")}


@pytest.mark.parametrize("reader", READERS.values(), ids=READERS)
@pytest.mark.parametrize("text", NASTY, ids=lambda text: ascii(text)[:30])
def test_no_reader_takes_a_text_for_something_else(text: str, reader: type) -> None:
    tree = {"key": text, text[:LONGEST_KEY]: "key", "list": [text, text]}
    assert yaml.load(yaml_text.block(tree, 0), Loader=reader) == tree


@given(ANY, TAGS)
def test_any_text_comes_back(text: str, tags: tuple[str, ...]) -> None:
    written = yaml_text.block({"key": text, "tags": Flow(tags)}, 0)
    for reader in READERS.values():
        assert yaml.load(written, Loader=reader) == {"key": text, "tags": list(tags)}
    assert yaml_tree.parse(written) == {"key": text, "tags": list(tags)}


@given(ANY)
def test_a_text_is_one_line(text: str) -> None:
    assert len(yaml_text.scalar(text).splitlines()) == 1


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("Attention Is All You Need", "Attention Is All You Need", id="an ordinary title has no quotes"),
        pytest.param("5998-6008", "5998-6008", id="a range of pages has none"),
        pytest.param("10.1145/3292500", "10.1145/3292500", id="a DOI has none"),
        pytest.param("https://a.b/c?d=e#f", "https://a.b/c?d=e#f", id="an address has none"),
        pytest.param("3D-R2N2", "3D-R2N2", id="a word that begins with a digit has none"),
        pytest.param("2017", "'2017'", id="a year has single quotes"),
        pytest.param("GPT: it's", "'GPT: it''s'", id="an apostrophe is doubled"),
        pytest.param("a\nb", '"a\\nb"', id="a line break is escaped"),
        pytest.param("half \ud83d", '"half \ufffd"', id="half a character, which no file can hold, is replaced"),
    ],
)
def test_quotes_stand_only_where_they_must(text: str, written: str) -> None:
    assert yaml_text.scalar(text) == written


def test_a_long_list_of_tags_goes_on_several_lines() -> None:
    assert yaml_text.pair("flags", Flow(["a" * 50, "b" * 50]), 2) == f"flags:\n    - {'a' * 50}\n    - {'b' * 50}"
