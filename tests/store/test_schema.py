"""What is opened, what is refused, how an old file is brought up to date."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from dateline.errors import DatelineError, ProjectError, UsageError
from dateline.store import Store
from dateline.store.schema import APPLICATION_ID, connect, migrations

NEXT = (
    *migrations(),
    "-- one more column; with a semicolon in a remark\nALTER TABLE articles ADD COLUMN mood TEXT;\n",
)


def test_a_new_project_is_wal_and_marked(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(migrations())
        tables = connection.execute(
            "SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"
        ).fetchall()
    ours = {
        name: strict for name, strict in tables if not name.startswith("sqlite_") and "_words" not in name
    }
    assert len(ours) >= 11
    assert all(ours.values()), f"not STRICT: {[name for name, strict in ours.items() if not strict]}"
    assert not list(tmp_path.glob("*.bak"))


def test_an_old_file_is_copied_and_migrated(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    with closing(connect(path)) as connection:
        connection.execute("INSERT INTO meta VALUES ('kept', 'yes')")
    with closing(connect(path, scripts=NEXT)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(NEXT)
        assert connection.execute("SELECT value FROM meta WHERE key = 'kept'").fetchone() == ("yes",)
        connection.execute("SELECT mood FROM articles")
    (backup,) = tmp_path.glob("*.bak")
    assert backup.name == f"p.db.v{len(migrations())}.bak"
    with closing(connect(backup)) as connection:
        assert connection.execute("SELECT value FROM meta WHERE key = 'kept'").fetchone() == ("yes",)


def test_a_migration_that_fails_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    connect(path).close()
    broken = (*NEXT, "ALTER TABLE nowhere ADD COLUMN x TEXT;\n")
    with pytest.raises(sqlite3.OperationalError):
        connect(path, scripts=broken)
    with closing(connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] == len(migrations())


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")


def newer(path: Path) -> None:
    with closing(connect(path, scripts=(*migrations(), "CREATE TABLE later (x TEXT) STRICT;\n"))):
        pass


def garbage(path: Path) -> None:
    path.write_bytes(b"this is a letter, not a database. " * 200)


def torn(path: Path) -> None:
    with Store(path):
        pass
    data = bytearray(path.read_bytes())
    data[4096:] = b"\x5a" * (len(data) - 4096)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (foreign, "belongs to another program"),
        (newer, "newer Dateline"),
        (garbage, "not an SQLite database"),
        (torn, "damaged"),
        (Path.mkdir, "this is a folder"),
    ],
)
def test_what_is_no_project_is_refused_and_left_as_it_was(make: object, words: str, tmp_path: Path) -> None:
    path = tmp_path / "p.db"
    make(path)  # type: ignore[operator]
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(ProjectError, match=words) as caught, Store(path) as store:
        store.examine()
    assert caught.value.exit_code == 5
    assert str(path) in str(caught.value)
    assert caught.value.remedy
    assert (path.read_bytes() if path.is_file() else b"") == before


@pytest.mark.parametrize(("name", "create"), [("missing.db", False), ("no/such/folder/p.db", True)])
def test_a_missing_file_is_a_usage_error(name: str, create: bool, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        Store(tmp_path / name, create=create)
    assert caught.value.exit_code == 2
    assert not (tmp_path / name).exists()


def test_an_empty_file_becomes_a_project(tmp_path: Path) -> None:
    (tmp_path / "p.db").touch()
    with Store(tmp_path / "p.db") as store:
        assert store.examine().faults == ()


def test_a_locked_project_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.schema.BUSY_SECONDS", 0.05)
    path = tmp_path / "p.db"
    with Store(path):
        pass
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with Store(path) as store, pytest.raises(DatelineError, match="another process holds") as caught:
            store.stamp("a", "b", "c")
        other.execute("ROLLBACK")
    assert caught.value.exit_code == 5
    with Store(path) as store:
        assert store.stamp("a", "b", "c") == 1


def test_a_project_that_may_only_be_read_is_read(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    beside = {path.name for path in store.path.parent.iterdir()}
    monkeypatch.setattr("dateline.store.schema._writable", lambda path: False)
    with Store(store.path, create=False) as reading:
        assert len(reading.events()) == 2
        assert len(reading.search("summit")) == 1
        assert reading.examine().faults == ()
        assert {path.name for path in store.path.parent.iterdir()} == beside
        with pytest.raises(ProjectError, match="cannot be written") as caught:
            reading.stamp("another", "model", "data")
    assert caught.value.exit_code == 5


def test_odd_characters_in_a_path_are_part_of_its_name(tmp_path: Path) -> None:
    path = tmp_path / "what? 50% #1 é.db"
    with Store(path) as store:
        store.stamp("a", "b", "c")
    assert path.stat().st_size > 0
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name}
