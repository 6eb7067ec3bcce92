"""Settings, read once: `[tool.bibkit]` of pyproject.toml, or bibkit.toml, found upward; then the environment.

Secrets and addresses are never printed: an error names the setting, not its value.
"""

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path

from bibkit.errors import ConfigError

DEFAULT_KEY_PATTERN = "[auth:lower][year][veryshorttitle:lower]"
DEFAULT_SOURCES = ("local", "crossref", "datacite", "arxiv", "doi_org")
DIALECTS = ("bibtex", "biblatex")
PREPRINTS = ("eprint", "url")
FOLDERS = ("catalog", "bib")  #: bibkit writes and removes files there
CHOICES = {"dialect": DIALECTS, "preprints": PREPRINTS}

#: environment variable -> the setting that it overrides
ENVIRONMENT = {"BIBKIT_MAILTO": "mailto", "BIBKIT_CATALOG": "catalog", "BIBKIT_INDEX": "index"}


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set. Paths are relative to the file that sets them."""

    catalog: str = "catalog"  #: folder of the catalog
    bib: str = "bib"  #: folder that `export` writes
    key_pattern: str = DEFAULT_KEY_PATTERN  #: JabRef's bracket language
    dialect: str = "bibtex"  #: bibtex or biblatex
    preprints: str = "eprint"  #: url: exported preprints have a url beside eprint, which plain styles don't print
    sources: tuple[str, ...] = DEFAULT_SOURCES  #: asked in this order
    mailto: str = ""  #: sent to the services that ask for it, never printed
    index: str = ""  #: file of the local index; '' is the user's data folder
    root: Path = Path()  #: folder that relative paths start from; not a setting

    @property
    def catalog_path(self) -> Path:
        """Return the catalog's folder."""
        return self.root / self.catalog

    @property
    def bib_path(self) -> Path:
        """Return the folder of exported files."""
        return self.root / self.bib


SETTABLE = tuple(field.name for field in fields(Settings) if field.name != "root")


def load(start: Path | None = None, environment: Mapping[str, str] | None = None) -> Settings:
    """Return the settings in force in `start` (the working directory).

    Without a settings file the root is the nearest folder upward that holds a catalog, else `start` itself.
    Raises ConfigError that names file and key.
    """
    start = start or Path.cwd()
    settings = Settings(root=_root_without_file(start))
    for folder in (start, *start.parents):
        found = _read(folder)
        if found is not None:
            path, table = found
            settings = _apply(replace(settings, root=folder), table, str(path))
            break
    environment = os.environ if environment is None else environment
    given = {name: environment[variable] for variable, name in ENVIRONMENT.items() if environment.get(variable)}
    return _apply(settings, given, "environment")


def _root_without_file(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / "catalog" / "bibkit.yaml").is_file():
            return folder
    return start


def _read(folder: Path) -> tuple[Path, Mapping[str, object]] | None:
    """Return the settings file of `folder` and its table, or None."""
    own, project = folder / "bibkit.toml", folder / "pyproject.toml"
    if own.is_file():
        return own, _toml(own)
    if project.is_file():
        tool = _toml(project).get("tool", {})
        if isinstance(tool, Mapping) and isinstance(tool.get("bibkit"), Mapping):
            return project, tool["bibkit"]
    return None


def _toml(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not valid TOML: {error}") from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: can't be read: {error}") from error


def _apply(settings: Settings, table: Mapping[str, object], where: str) -> Settings:
    values: dict[str, object] = {}
    for name, value in table.items():
        if name not in SETTABLE:
            near = difflib.get_close_matches(name, SETTABLE, 1)
            hint = f"; did you mean {near[0]!r}?" if near else f" (known: {', '.join(SETTABLE)})"
            raise ConfigError(f"{where}: unknown setting {name!r}{hint}")
        values[name] = _typed(name, value, where)
    return replace(settings, **values)  # type: ignore[arg-type]


def _typed(name: str, value: object, where: str) -> object:
    if name == "sources":
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise ConfigError(f"{where}: {name}: must be a list of names of sources")
        return tuple(value)
    if not isinstance(value, str):
        raise ConfigError(f"{where}: {name}: must be text in quotes")
    if name in FOLDERS and (not value.strip() or "\0" in value or Path(value) == Path(Path(value).anchor)):
        raise ConfigError(f"{where}: {name}: must be a folder of its own, such as {name!r}")
    if name in CHOICES and value not in CHOICES[name]:
        raise ConfigError(f"{where}: {name}: must be one of {', '.join(CHOICES[name])}")
    return value
