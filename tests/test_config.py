"""Settings are found upward, typed, and refused with the nearest known name."""

from pathlib import Path

import pytest

from bibkit import config
from bibkit.errors import ConfigError


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    settings = config.load(tmp_path, {})
    assert settings.key_pattern == config.DEFAULT_KEY_PATTERN
    assert settings.catalog_path == tmp_path / "catalog"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("bibkit.toml", 'dialect = "biblatex"\n', id="own file"),
        pytest.param("pyproject.toml", '[tool.bibkit]\ndialect = "biblatex"\n', id="table in pyproject"),
    ],
)
def test_the_nearest_file_upward_counts(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text)
    below = tmp_path / "paper" / "tex"
    below.mkdir(parents=True)
    settings = config.load(below, {})
    assert (settings.dialect, settings.root) == ("biblatex", tmp_path)


def test_a_pyproject_of_another_tool_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "bibkit.toml").write_text('bib = "refs"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert config.load(inner, {}).bib == "refs"


def test_a_catalog_upward_gives_the_root(tmp_path: Path) -> None:
    (tmp_path / "catalog").mkdir()
    (tmp_path / "catalog" / "bibkit.yaml").write_text("format: 1\n")
    (tmp_path / "paper").mkdir()
    assert config.load(tmp_path / "paper", {}).catalog_path == tmp_path / "catalog"


def test_the_environment_wins(tmp_path: Path) -> None:
    (tmp_path / "bibkit.toml").write_text('mailto = "a@example.org"\n')
    assert config.load(tmp_path, {"BIBKIT_MAILTO": "b@example.org"}).mailto == "b@example.org"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param('dialct = "bibtex"', "did you mean 'dialect'", id="misspelt name"),
        pytest.param('zzz = "bibtex"', "known: catalog", id="nothing near"),
        pytest.param('dialect = "typst"', "must be one of bibtex, biblatex", id="unknown dialect"),
        pytest.param("sources = 3", "must be a list", id="wrong type"),
        pytest.param("mailto = 3", "must be text", id="number for text"),
        pytest.param("= 3", "not valid TOML", id="broken file"),
    ],
)
def test_a_fault_names_file_and_key(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "bibkit.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"bibkit\.toml") as caught:
        config.load(tmp_path, {})
    assert said in str(caught.value)
