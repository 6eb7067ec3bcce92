"""Files are read in any encoding, written whole or not at all, and no edit of anybody is lost."""

import errno
import os
import random
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bibkit import disk
from bibkit.disk import CatalogFolder, CatalogLock, journal, reading
from bibkit.disk.folder import JOURNAL
from bibkit.errors import CheckFailed, DataError, FileError, LockedError
from bibkit.model.catalog import Catalog, Entry, Listing, SurveyList
from bibkit.model.lock import EntryState, Lock
from bibkit.model.record import Record
from bibkit.model.work import Work

# --- reading ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param("é\n".encode(), "é\n", id="UTF-8"),
        pytest.param("é\n".encode("utf-8-sig"), "é\n", id="UTF-8 with a byte order mark"),
        pytest.param("é😀\n".encode("utf-16"), "é😀\n", id="UTF-16"),
        pytest.param(b"\xfe\xff" + "é\n".encode("utf-16-be"), "é\n", id="UTF-16, the other way round"),
        pytest.param("é\n".encode("utf-32"), "é\n", id="UTF-32"),
        pytest.param(b"a\r\nb\rc\n", "a\r\nb\rc\n", id="line ends stay as they are"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_text_is_read_in_any_unicode_encoding(tmp_path: Path, data: bytes, text: str) -> None:
    (tmp_path / "x").write_bytes(data)
    assert disk.read_text(tmp_path / "x") == text


def loop(path: Path) -> None:
    """Make a link that leads to itself."""
    path.symlink_to(path)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        pytest.param(lambda p: None, "there is no such file or folder; check the name", id="missing"),
        pytest.param(lambda p: p.mkdir(), "this is a folder; name a file", id="a folder"),
        pytest.param(
            lambda p: p.write_bytes(b"\x7fELF\0\0"), "binary, or UTF-16 without a byte order mark", id="binary"
        ),
        pytest.param(lambda p: p.write_bytes(b"a" * 9000 + b"\0"), "binary; save it", id="binary far behind"),
        pytest.param(
            lambda p: p.write_bytes(b"a\n\xe9\n"),
            "line 2 has a byte 0xe9: not UTF-8; save it as UTF-8 (iconv -f latin1 -t utf-8)",
            id="Latin-1",
        ),
        pytest.param(lambda p: p.write_bytes(b"\xff\xfea"), "broken UTF-16-LE; save it as UTF-8", id="half of UTF-16"),
        pytest.param(loop, "the links go round in a circle; mend them", id="a link to itself"),
    ],
)
def test_what_is_no_text_is_refused_with_the_way_out(
    tmp_path: Path, make: Callable[[Path], None], message: str
) -> None:
    path = tmp_path / "x"
    make(path)
    with pytest.raises(FileError) as caught:
        disk.read_text(path)
    assert str(caught.value).startswith(f"{path}: {message}")


def test_a_file_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 10)
    (tmp_path / "x").write_bytes(b"a" * 11)
    with pytest.raises(FileError, match="larger than 0 MB; split it"):
        disk.read_text(tmp_path / "x")


def test_fifty_megabytes_are_read(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"0123456789\n" * 5_000_000)
    assert len(disk.read_text(tmp_path / "x")) == 55_000_000


def test_an_unreadable_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(FileError, match="permission denied; change the permissions"):
        disk.read_text(tmp_path / "x")


def test_a_name_that_can_be_no_file_is_refused() -> None:
    with pytest.raises(FileError, match="can't be a file's name"):
        disk.read_text(Path("a\0b"))


def test_a_tree_is_read_by_its_patterns_without_hidden_files(tmp_path: Path) -> None:
    for name in ("works/b.yaml", "works/a.yaml", "works/.x.yaml", "works/a.txt", "review.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    assert list(disk.read_tree(tmp_path, ("works/*.yaml", "review.yaml"))) == [
        "review.yaml",
        "works/a.yaml",
        "works/b.yaml",
    ]


def test_missing_data_of_our_own_is_told() -> None:
    with pytest.raises(FileError, match="install bibkit anew"):
        disk.data_text("nothing.json")


# --- writing ------------------------------------------------------------------------------------------------------


def test_the_same_text_is_not_written_again(tmp_path: Path) -> None:
    path = tmp_path / "new" / "x"
    assert disk.write_atomic(path, "é\n")
    before = path.stat()
    assert not disk.write_atomic(path, "é\n")
    assert (path.stat().st_mtime_ns, path.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert path.read_bytes() == "é\n".encode()


def test_the_mode_is_kept_and_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "x", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    assert disk.write_atomic(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert list((tmp_path / "real").iterdir()) == [target]


def test_a_new_file_has_the_mode_that_the_system_gives(tmp_path: Path) -> None:
    disk.write_atomic(tmp_path / "ours", "x")
    (tmp_path / "usual").write_text("x")
    assert (tmp_path / "ours").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_pipe_is_written_into_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    reader = subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE)
    assert disk.write_atomic(tmp_path / "pipe", "text")
    assert reader.communicate()[0] == b"text"


def names(folder: Path) -> list[str]:
    """Return all files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def full(_number: int, data: Any) -> int:
    """Write as a disk does on which there is room for three bytes."""
    if len(data) > 3:
        raise OSError(errno.ENOSPC, "No space left on device")
    return len(data)


@pytest.mark.parametrize(
    ("break_", "message"),
    [
        pytest.param(
            lambda patch: patch.setattr(os, "write", full), "the disk is full; free some space and run again", id="full"
        ),
        pytest.param(
            lambda patch: patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(errno.EIO, "I/O error"))),
            "i/o error",
            id="broken",
        ),
        pytest.param(
            lambda patch: patch.setattr(
                os, "open", lambda *_: (_ for _ in ()).throw(OSError(errno.EROFS, "Read-only file system"))
            ),
            "the disk is read-only; use another folder",
            id="read-only",
        ),
    ],
)
def test_a_disk_that_fails_leaves_the_old_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, break_: Callable[[pytest.MonkeyPatch], None], message: str
) -> None:
    (tmp_path / "a").write_text("old a")
    (tmp_path / "b").write_text("old b")
    with monkeypatch.context() as patch:
        break_(patch)
        with pytest.raises(FileError, match=message):
            disk.write_all(tmp_path, {"a": "new", "b": "much longer", "c/d": "x"}, JOURNAL)
    assert names(tmp_path) == ["a", "b"]
    assert (tmp_path / "a").read_text() == "old a"


def test_a_shell_limit_on_file_size_leaves_the_old_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old")
    program = (
        "import resource, sys; from pathlib import Path; from bibkit import disk, errors\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: disk.write_atomic(Path(sys.argv[1]), 'x' * 5000)\n"
        "except errors.FileError as error: print(error)\n"
    )
    run = subprocess.run([sys.executable, "-c", program, tmp_path / "a"], capture_output=True, text=True, check=True)
    assert "larger than this disk or shell allows" in run.stdout
    assert names(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "old"


def test_a_really_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    mount = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", tmp_path], capture_output=True, check=False
    )
    if mount.returncode:
        pytest.skip("this user may not mount a small disk")
    try:
        disk.write_atomic(tmp_path / "a", "old")
        with pytest.raises(FileError, match="the disk is full"):
            disk.write_all(tmp_path, {"a": "x" * 30_000, "b": "y" * 60_000})
        assert names(tmp_path) == ["a"]
        assert (tmp_path / "a").read_text() == "old"
    finally:
        subprocess.run(["umount", tmp_path], check=True)


def test_a_rename_that_fails_takes_the_others_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b", "c"):
        (tmp_path / name).write_text(f"old {name}")
    really = Path.replace

    def fail_on_c(self: Path, target: Path) -> Path:
        if target.name == "c":
            raise OSError(errno.EACCES, "Permission denied")
        return really(self, target)

    monkeypatch.setattr(Path, "replace", fail_on_c)
    with pytest.raises(FileError, match="permission denied"):
        disk.write_all(tmp_path, {"a": "new", "b": None, "n": "new", "c": "new"}, JOURNAL)
    assert {name: (tmp_path / name).read_text() for name in names(tmp_path)} == {n: f"old {n}" for n in "abc"}


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_its_owner_made_read_only_is_not_written(tmp_path: Path, what: str) -> None:
    path = tmp_path / "x"
    path.write_text("old")
    place = path if what == "file" else tmp_path
    place.chmod(0o555)
    try:
        with pytest.raises(FileError, match=f"the {what} is read-only; allow writing: chmod u\\+w"):
            disk.write_atomic(path, "new")
        assert names(tmp_path) == ["x"]
        assert path.read_text() == "old"
    finally:
        place.chmod(0o755)


def test_a_folder_in_the_place_of_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(FileError, match="this is a folder; name a file"):
        disk.write_atomic(tmp_path / "x", "new")


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError, match=r"half a character \(U\+D83D\) can't be written"):
        disk.write_atomic(tmp_path / "x", "a\ud83d")
    assert names(tmp_path) == []


# --- killed in the middle -----------------------------------------------------------------------------------------


def test_what_a_killed_run_had_begun_is_completed(tmp_path: Path) -> None:
    (tmp_path / "works").mkdir()
    for name in ("a", "b", "c"):
        (tmp_path / "works" / f"{name}.yaml").write_text("old")
    (tmp_path / "works" / f".1{journal.TEMPORARY}").write_text("new")
    (tmp_path / JOURNAL).write_text(
        f'[["works/a.yaml", "works/.0{journal.TEMPORARY}"], ["works/b.yaml", "works/.1{journal.TEMPORARY}"],'
        ' ["works/c.yaml", null]]'
    )
    assert journal.finish(tmp_path, JOURNAL)
    assert names(tmp_path) == ["works/a.yaml", "works/b.yaml"]
    assert (tmp_path / "works" / "b.yaml").read_text() == "new"
    assert not journal.finish(tmp_path, JOURNAL)


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param('[["../outside", null]]', id="deletes outside"),
        pytest.param('[["../outside", "works/.x.bibkit-tmp"]]', id="writes outside"),
        pytest.param('[["works/a.yaml", "../outside"]]', id="takes from outside"),
        pytest.param('[["works/a.yaml", "works/b.yaml"]]', id="takes what is no half-written file"),
        pytest.param('{"a": 1}', id="has another form"),
        pytest.param('[["wor', id="is cut short"),
    ],
)
def test_a_journal_touches_nothing_but_half_written_files(tmp_path: Path, rows: str) -> None:
    (tmp_path / "outside").write_text("theirs")
    folder = tmp_path / "catalog"
    (folder / "works").mkdir(parents=True)
    for name in ("a.yaml", "b.yaml", ".x.bibkit-tmp"):
        (folder / "works" / name).write_text(name)
    (folder / JOURNAL).write_text(rows)
    assert journal.finish(folder, JOURNAL)
    assert (tmp_path / "outside").read_text() == "theirs"
    assert (folder / "works" / "a.yaml").read_text() == "a.yaml"
    assert (folder / "works" / "b.yaml").read_text() == "b.yaml"


# --- a catalog's folder -------------------------------------------------------------------------------------------


def entry(key: str, title: str = "T") -> Entry:
    """Return a small entry."""
    return Entry(key, Work(title=title))


def catalog(*keys: str, title: str = "T") -> Catalog:
    """Return a catalog of small entries."""
    return Catalog(entries={key: entry(key, title) for key in keys})


def with_entry(found: Catalog, key: str, title: str = "T") -> Catalog:
    """Return a catalog with one entry more, or another title."""
    return replace(found, entries={**found.entries, key: entry(key, title)})


LOCK = Lock(records={"ab": (Record("x", "1", Work(title="T")),)}, states={"ab": EntryState("ab")})


def test_a_catalog_is_saved_and_loaded(tmp_path: Path) -> None:
    folder = CatalogFolder(tmp_path / "catalog")
    saved = folder.save(catalog("ab"), LOCK, {})
    assert saved.changed
    loaded = folder.load()
    assert loaded == (catalog("ab"), LOCK, saved.files)
    assert folder.load_catalog() == catalog("ab")
    assert names(tmp_path / "catalog") == ["bibkit.yaml", "lock/state.jsonl", "lock/x.jsonl", "works/a.yaml"]


def test_nothing_changed_writes_nothing(tmp_path: Path) -> None:
    folder = CatalogFolder(tmp_path / "catalog")
    folder.save(catalog("ab"), LOCK, {})
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    found, lock, files = folder.load()
    assert not folder.save(found, lock, files).changed
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    after.pop(tmp_path / "catalog"), before.pop(tmp_path / "catalog")  # the lock file came and went
    assert after == before


def test_a_file_that_lost_its_last_entry_is_deleted(tmp_path: Path) -> None:
    folder = CatalogFolder(tmp_path)
    files = folder.save(catalog("ab", "cd"), Lock(), {}).files
    folder.save(catalog("ab"), Lock(), files)
    assert names(tmp_path) == ["bibkit.yaml", "works/a.yaml"]


def test_edits_of_others_are_kept(tmp_path: Path) -> None:
    folder = CatalogFolder(tmp_path)
    folder.save(catalog("aa", "ab", "ac"), Lock(), {})
    ours, lock, before = folder.load()
    # Meanwhile somebody edits one entry in an editor, removes another and adds a third.
    path = tmp_path / "works" / "a.yaml"
    path.write_text("# by hand\nab:\n  title: Edited\n\nac:\n  title: T\n")
    (tmp_path / "works" / "z.yaml").write_text("zz:\n  title: Z\n")
    saved = folder.save(with_entry(with_entry(ours, "ad"), "ac", "Ours"), lock, before)
    assert {key: e.work.title for key, e in folder.load_catalog().entries.items()} == {
        "ab": "Edited",
        "ac": "Ours",
        "ad": "T",
        "zz": "Z",
    }
    assert path.read_text().startswith("# by hand\nab:\n  title: Edited\n")
    assert saved.files["works/a.yaml"] == path.read_text()


@pytest.mark.parametrize(
    ("edit", "message"),
    [
        pytest.param(
            "ab:\n  title: Theirs\n", "somebody changed entry ab while this ran; nothing was written", id="changed"
        ),
        pytest.param("", "somebody changed entry ab while this ran", id="removed"),
        pytest.param("ab:\n  titel: T\n", "works/a.yaml:1:1: title is missing|unknown field 'titel'", id="broken"),
    ],
)
def test_the_same_entry_changed_twice_is_told(tmp_path: Path, edit: str, message: str) -> None:
    folder = CatalogFolder(tmp_path)
    folder.save(catalog("ab"), Lock(), {})
    ours, lock, before = folder.load()
    (tmp_path / "works" / "a.yaml").write_text(edit)
    with pytest.raises((LockedError, DataError), match=message):
        folder.save(with_entry(ours, "ab", "Ours"), lock, before)
    assert (tmp_path / "works" / "a.yaml").read_text() == edit


def test_what_would_be_no_catalog_is_not_written(tmp_path: Path) -> None:
    folder = CatalogFolder(tmp_path)
    lost = replace(catalog("ab"), lists={"l": SurveyList("l", listings=(Listing("gone"),))})
    with pytest.raises(CheckFailed, match=r"nothing was written.*lists/l.yaml:3:10: works/ has no entry 'gone'"):
        folder.save(lost, Lock(), {})
    assert names(tmp_path) == []


def test_faults_name_the_file_as_it_can_be_opened(tmp_path: Path) -> None:
    (tmp_path / "works").mkdir()
    (tmp_path / "works" / "a.yaml").write_text("ab:\n  titel: T\n")
    with pytest.raises(
        DataError, match=rf"^{tmp_path}/works/a.yaml:2:3: unknown field 'titel'; did you mean 'title'\?"
    ):
        CatalogFolder(tmp_path).load()


def test_a_missing_catalog_is_told_with_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for name, what in (("none", "there is no catalog here"), ("file", "a file, not the folder of a catalog")):
        with pytest.raises(FileError, match=f"{name}: {what}; make one with: bibkit import"):
            CatalogFolder(tmp_path / name).load()
    assert CatalogFolder(tmp_path / "none").load(missing_ok=True).catalog == Catalog()
    assert names(tmp_path) == ["file"]


# --- two at once --------------------------------------------------------------------------------------------------


def test_the_second_writer_is_told_who_the_first_is(tmp_path: Path) -> None:
    with (
        CatalogLock(tmp_path),
        pytest.raises(LockedError, match=rf"another bibkit \(process {os.getpid()} on .*\) is writing"),
        CatalogLock(tmp_path, wait=0.1),
    ):
        pass
    assert names(tmp_path) == []
    with CatalogLock(tmp_path, wait=0):
        pass


def test_a_lock_file_without_a_process_holds_nobody_up(tmp_path: Path) -> None:
    (tmp_path / ".lock").write_text("process 1 on elsewhere")
    with CatalogLock(tmp_path, wait=0):
        pass


def test_a_folder_that_was_made_for_the_lock_alone_goes_with_it(tmp_path: Path) -> None:
    with CatalogLock(tmp_path / "catalog"):
        assert (tmp_path / "catalog").is_dir()
    assert not (tmp_path / "catalog").exists()


def test_a_process_may_save_while_it_holds_the_folder(tmp_path: Path) -> None:
    folder = CatalogFolder(tmp_path, wait=0)
    with folder.exclusive(), folder.exclusive():
        folder.save(catalog("ab"), Lock(), {})
        with pytest.raises(LockedError):
            CatalogFolder(tmp_path, wait=0).save(catalog("ab"), Lock(), {})
    CatalogFolder(tmp_path, wait=0).save(catalog("ab"), Lock(), {})


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from bibkit.disk import CatalogFolder
from bibkit.model.catalog import Entry
from bibkit.model.work import Work
folder = CatalogFolder(Path(sys.argv[1]), wait=60)
for number in range(int(sys.argv[3])):
    catalog, lock, files = folder.load()
    key = f"{sys.argv[2]}{number:03}"
    folder.save(replace(catalog, entries={**catalog.entries, key: Entry(key, Work(title=key))}), lock, files)
"""


def test_two_processes_at_once_lose_no_edit(tmp_path: Path) -> None:
    folder = CatalogFolder(tmp_path / "catalog")
    folder.save(catalog("aa"), Lock(), {})
    rounds = 25
    runs = [
        subprocess.Popen([sys.executable, "-c", WRITER, tmp_path / "catalog", prefix, str(rounds)]) for prefix in "ab"
    ]
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    expected = {"aa", *(f"{prefix}{number:03}" for prefix in "ab" for number in range(rounds))}
    assert set(folder.load_catalog().entries) == expected
    assert not [name for name in names(tmp_path) if "/." in name]


# --- ^C and worse -------------------------------------------------------------------------------------------------

TOGGLER = """
import sys
import tempfile
from pathlib import Path
from bibkit.disk import CatalogFolder
from bibkit.model.catalog import Catalog, Entry, Listing, SurveyList
from bibkit.model.lock import EntryState, Lock
from bibkit.model.work import Work
folder = CatalogFolder(Path(sys.argv[1]), wait=60)
number = 0
with tempfile.TemporaryDirectory() as scratch:
    # Whatever a save imports is there before the first signal: Python itself swallows one that comes amid an import.
    CatalogFolder(Path(scratch) / "c").save(Catalog({"w": Entry("w", Work(title="w"))}), Lock(), {})
try:
    print("ready", flush=True)
    while True:
        number += 1
        keys = [f"{letter}{number}" for letter in "abcdefgh"]
        catalog = Catalog(
            entries={key: Entry(key, Work(title=str(number))) for key in keys},
            lists={"l": SurveyList("l", str(number), listings=tuple(map(Listing, keys)))},
        )
        lock = Lock(states={key: EntryState(key, sum=str(number)) for key in keys})
        _, _, files = folder.load(missing_ok=True)
        folder.save(catalog, lock, files)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL], ids=["^C", "kill -9"])
def test_a_run_that_is_stopped_at_any_moment_leaves_one_whole_catalog(tmp_path: Path, number: signal.Signals) -> None:
    chance = random.Random(7)
    folder = CatalogFolder(tmp_path / "catalog")
    for _ in range(20):
        run = subprocess.Popen([sys.executable, "-c", TOGGLER, folder.path], stdout=subprocess.PIPE, text=True)
        assert run.stdout
        assert run.stdout.readline() == "ready\n"
        time.sleep(chance.uniform(0, 0.15))
        run.send_signal(number)
        rest = run.communicate(timeout=60)[0]
        assert (rest == "stopped\n") == (number == signal.SIGINT)
        if not folder.path.exists():
            continue
        found, lock, files = folder.load()
        titles = {e.work.title for e in found.entries.values()}
        titles |= {survey.title for survey in found.lists.values()} | {state.sum for state in lock.states.values()}
        assert len(titles) <= 1
        assert not (folder.path / JOURNAL).exists()
        if number == signal.SIGINT:
            assert not [name for name in names(folder.path) if "/." in f"/{name}"]
        folder.save(found, lock, files)
        assert not [name for name in names(folder.path) if "/." in f"/{name}"]


def test_a_reader_never_sees_half_of_a_save(tmp_path: Path) -> None:
    folder = CatalogFolder(tmp_path / "catalog")
    folder.save(catalog("a0", "b0"), Lock(), {})
    run = subprocess.Popen([sys.executable, "-c", TOGGLER, folder.path], stdout=subprocess.PIPE, text=True)
    assert run.stdout
    assert run.stdout.readline() == "ready\n"
    try:
        seen = {frozenset(folder.load_catalog().entries) for _ in range(150)}
    finally:
        run.send_signal(signal.SIGINT)
        run.communicate(timeout=60)
    assert len(seen) > 1
    assert all(len({key[1:] for key in keys}) <= 1 for keys in seen)


def test_a_signal_waits_until_the_block_is_done() -> None:
    done = []

    def interrupted() -> None:
        with disk.interrupts_wait():
            os.kill(os.getpid(), signal.SIGINT)
            done.append(1)

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert done == [1]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
