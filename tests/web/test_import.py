"""Import and health: uploads that cannot lead out of their folder, one build at a time, told and recorded; what is held."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dateline.chronicle.importing import Import, Importer, formats
from dateline.chronicle.pages import Pages
from dateline.chronicle.uploads import LONGEST, Given, beside, keep, safe_name
from dateline.config import Config
from dateline.errors import ProjectError, UsageError
from dateline.records import Rejected
from dateline.store import Store
from dateline.web.app import application

FAKES_FOLDER = str(Path(__file__).resolve().parent.parent / "pipeline")
if FAKES_FOLDER not in sys.path:
    sys.path.insert(0, FAKES_FOLDER)

from dateline_fakes import FAKES, PACE  # noqa: E402 - the search path comes first

LINE = replace(FAKES, sources="dateline.sources:read")
ORIGIN = "http://127.0.0.1:8010"
PATIENCE = 90
ARTICLE = b'Wire|2016-09-05|Title %d\nAda met Bert%d. "We talk %d," said Ada. Number%d.'


def article(number: int) -> bytes:
    return ARTICLE % (number, number, number, number)


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("given_", "kept"),
    [
        ("a.txt", ("a.txt",)), ("folder/sub/a.txt", ("folder", "sub", "a.txt")), ("folder\\a.txt", ("folder", "a.txt")),
        ("../../etc/passwd", ("etc", "passwd")), ("/etc/passwd", ("etc", "passwd")), ("C:\\x\\a.txt", ("C_", "x", "a.txt")),
        ("..\\..\\a.txt", ("a.txt",)), ("a/./b/../c.txt", ("a", "b", "c.txt")), ("a\x00b.txt", ("a_b.txt",)),
        ("<img src=x>.html", ("_img src=x_.html",)), ("con.txt", ("_con.txt",)), ("LPT1", ("_LPT1",)),
        ("name. ", ("name",)), ("…/a.txt", ("…", "a.txt")), ("e\u0301.txt", ("é.txt",)), ("a\u202etxt.exe", ("a_txt.exe",)),
        ("...", None), ("", None), ("..", None), ("/", None), (".hidden/a.txt", None), ("a/.DS_Store", None),
    ],
)  # fmt: skip
def test_names_become_safe(given_: str, kept: tuple[str, ...] | None) -> None:
    assert safe_name(given_) == kept


@given(st.text(max_size=400), st.text("./\\:ab\x00 ", max_size=60))
def test_no_name_leads_out(words: str, dots: str) -> None:
    for name in (words, dots, f"{dots}/{words}", f"{words}\\{dots}"):
        parts = safe_name(name)
        if parts is None:
            continue
        assert parts and all(part and part not in (".", "..") for part in parts)
        joined = PurePosixPath("/room", *parts)
        assert joined.parts == ("/", "room", *parts)
        for part in parts:
            assert not set(part) & set('/\\<>:"|?*\x00\n') and part.isprintable()
            assert len(part.encode()) <= LONGEST and not part.startswith(".")
        assert len(parts) <= 8


def test_files_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    names = ["a.txt", "A.TXT", "a.txt", "b", "b/c.txt", "../a.txt", ".hidden", "b (2)/c.txt"]
    kept = keep([Given(name, io.BytesIO(str(n).encode())) for n, name in enumerate(names)], tmp_path / "room")
    found = {
        p.relative_to(tmp_path / "room").as_posix(): p.read_text()
        for p in (tmp_path / "room").rglob("*")
        if p.is_file()
    }
    assert sorted(found.values()) == ["0", "1", "2", "3", "4", "5", "7"]
    assert (kept.files, kept.left) == (7, 1)
    assert {"a.txt", "b"} <= found.keys() and [p.name for p in tmp_path.iterdir()] == ["room"]
    assert len({name.casefold() for name in found}) == 7


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "room").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(ProjectError):
        keep([Given("a.txt", io.BytesIO(b"x"))], tmp_path / "room")
    assert not list((tmp_path / "elsewhere").iterdir())
    importer = Importer(tmp_path / "p.db", Config(), LINE)
    importer.room.symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    with pytest.raises(ProjectError, match="link"):
        importer.upload([Given("a.txt", io.BytesIO(b"x"))])
    assert not list((tmp_path / "elsewhere").iterdir())


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with a project, articles, and links that lead out of it."""
    home = tmp_path / "home"
    (home / "in" / ".git").mkdir(parents=True)
    (home / "p.db.imports" / "2016-09-05-001").mkdir(parents=True)
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "key.txt").write_text("secret")
    for name in (
        "in/a.txt",
        "in/b.txt",
        "in/.git/c.txt",
        "p.db",
        "p.db-wal",
        "p.db.imports/2016-09-05-001/x.txt",
    ):
        (home / name).write_text(name)
    (home / "in" / "link.txt").symlink_to(tmp_path / "secret" / "key.txt")
    (home / "in" / "inner.txt").symlink_to(home / "in" / "a.txt")
    (home / "out").symlink_to(tmp_path / "secret", target_is_directory=True)
    return home


@pytest.mark.parametrize(
    ("name", "sources", "left"),
    [
        ("in", ("in/a.txt", "in/b.txt", "in/inner.txt"), 1),
        ("in/a.txt", ("in/a.txt",), 0),
        (" ./in/../in ", ("in/a.txt", "in/b.txt", "in/inner.txt"), 1),
        (".", ("in/a.txt", "in/b.txt", "in/inner.txt"), 1),
        ("p.db.imports/2016-09-05-001", ("p.db.imports/2016-09-05-001/x.txt",), 0),
    ],
)
def test_a_folder_beside_the_project(name: str, sources: tuple[str, ...], left: int, home: Path) -> None:
    kept = beside(home, name, "p.db", ".imports")
    assert (kept.sources, kept.files, kept.left) == (sources, len(sources), left)


@pytest.mark.parametrize(
    "name",
    ["..", "../secret", "/etc", "/", "out", "out/key.txt", "in/link.txt", "", "  ", "in\x00", "gone", "~"],
)
def test_nothing_beyond_the_projects_folder_is_read(name: str, home: Path) -> None:
    with pytest.raises(UsageError):
        beside(home, name, "p.db", ".imports")


def test_the_formats_are_those_that_can_be_read() -> None:
    assert {".txt", ".html", ".jsonl", ".csv", ".zip"} <= set(formats())


# ---------------------------------------------------------------- a server


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.db"
    Store(path).close()
    return path


@pytest.fixture
def pages(project: Path) -> Iterator[Pages]:
    held = Pages(project, Config(), LINE)
    yield held
    held.imports.stop()
    waited(held)


@pytest.fixture
def site(pages: Pages) -> TestClient:
    return TestClient(application(pages), ORIGIN, follow_redirects=False)


def token(site: TestClient) -> str:
    found = re.search(r'name="token" value="([^"]+)"', site.get("/import").text)
    assert found
    return found[1]


def send(site: TestClient, files: list[tuple[str, bytes]], place: str = "/import/files", **form: str):  # type: ignore[no-untyped-def]
    given = [("files", (name, data)) for name, data in files]
    return site.post(
        place, data={"token": token(site), **form}, files=given or None, headers={"origin": ORIGIN}
    )


def waited(pages: Pages) -> Import | None:
    end = time.monotonic() + PATIENCE
    while (now := pages.imports.now) is not None and now.running:
        assert time.monotonic() < end, now
        time.sleep(0.05)
    return now


def test_files_become_articles_and_the_page_says_so(site: TestClient, pages: Pages, project: Path) -> None:
    sent = [(f"in/{n}.txt", article(n)) for n in range(4)]
    sent += [
        ("in/french.txt", b"Wire|2016-01-01|T\nFRENCH"),
        ("in/picture.png", b"\x89PNG"),
        ("../../up.txt", article(9)),
    ]
    answer = send(site, sent)
    assert (answer.status_code, answer.headers["location"]) == (303, "/import")
    running = site.get("/import").text
    if pages.imports.now.running:  # type: ignore[union-attr]
        assert 'hx-get="/import/progress"' in running and "/import/stop" in running
    done = waited(pages)
    assert done is not None and done.state == "done", done
    assert (done.articles, done.rejected, done.files) == (5, 2, 7)
    assert {code for code, _, _ in done.reasons} == {"language", "unsupported"}
    text = site.get("/import").text
    assert "5 new articles" in text and "hx-get" not in text and "in French" in text
    part = site.get("/import/progress").text
    assert "<html" not in part and "5 new articles" in part
    listed = site.get("/import.json").json()
    assert [(one["state"], one["articles"], one["rejected"]) for one in listed["rows"]] == [("done", 5, 2)]
    assert pages.find("article").total == 5
    sources = {one.source for one in pages.find("article").all()}
    assert f"p.db.imports/{done.id}/up.txt" in sources
    assert sorted(p.name for p in project.parent.iterdir() if not p.name.startswith("p.db-")) == [
        "p.db",
        "p.db.imports",
    ]
    assert pages.imports.room.stat().st_mode & 0o077 == 0
    link = re.search(r'href="(/rejected\?code=language[^"]*)"', text)
    assert link
    rejected = site.get(link[1].replace("&amp;", "&")).text
    assert "1 input that gave no article" in rejected and "the article is in French" in rejected


def test_an_archive_leads_out_of_nothing_and_does_not_burst(
    site: TestClient, pages: Pages, project: Path
) -> None:
    """Names that climb, a thousandfold bomb and a file that is no archive: each is refused by itself, with its reason."""
    import zipfile

    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../../climbed.txt", article(1))
        archive.writestr("/absolute.txt", article(2))
        archive.writestr("bomb.txt", b"0" * 30_000_000)
    send(site, [("a.zip", held.getvalue()), ("broken.zip", b"PK\x03\x04" + b"x" * 99)])
    done = waited(pages)
    assert done is not None and done.state == "done", done
    assert "zip-bomb" in {code for code, _, _ in done.reasons}
    assert done.rejected >= 2 and pages.find("article").total == done.articles <= 2
    inside = {path.name for path in project.parent.rglob("*") if path.is_file()}
    assert not inside & {"climbed.txt", "absolute.txt", "bomb.txt"}
    assert not (project.parent.parent / "climbed.txt").exists() and not Path("/absolute.txt").exists()


def test_the_same_again_is_known_and_another_server_remembers(
    site: TestClient, pages: Pages, project: Path
) -> None:
    for expected in ((1, 0), (0, 1)):
        send(site, [("a.txt", article(1))])
        done = waited(pages)
        assert done is not None and (done.articles, done.skipped) == expected, done
    past = Pages(project, Config(), LINE).imports.past()
    assert [(one.state, one.articles) for one in past] == [("done", 0), ("done", 1)]
    assert past[0].id > past[1].id


def test_one_at_a_time_and_a_gentle_stop(
    site: TestClient, pages: Pages, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PACE, "0.3")
    send(site, [(f"{n}.txt", article(n)) for n in range(60)])
    end = time.monotonic() + PATIENCE
    while pages.imports.now.stage != "parsing" or not pages.imports.now.done:  # type: ignore[union-attr]
        assert time.monotonic() < end and pages.imports.now.running, pages.imports.now  # type: ignore[union-attr]
        time.sleep(0.05)
    before = sorted(pages.imports.room.iterdir())
    second = send(site, [("other.txt", article(99))])
    assert second.status_code == 400 and "nother import is still running" in second.text
    assert sorted(pages.imports.room.iterdir()) == before
    assert send(site, [], "/import/stop").status_code == 303
    assert "Stopping" in site.get("/import/progress").text or not pages.imports.now.running  # type: ignore[union-attr]
    stopped = waited(pages)
    assert stopped is not None and stopped.state == "stopped", stopped
    assert 0 < stopped.articles < 60
    with Store(project, create=False) as store:
        assert store.count("articles") == stopped.articles
    monkeypatch.setenv(PACE, "0")
    assert "Continue" in site.get("/import").text
    assert send(site, [], f"/import/{stopped.id}/continue").status_code == 303
    done = waited(pages)
    assert done is not None and (done.state, done.articles) == ("done", 60 - stopped.articles), done
    assert done.skipped == stopped.articles and [one.state for one in pages.imports.past()] == ["done"]


def test_an_error_is_told_with_its_remedy(project: Path) -> None:
    broken = Pages(project, Config(events="nothing"), replace(LINE, events=""))
    site = TestClient(application(broken), ORIGIN, follow_redirects=False)
    send(site, [("a.txt", article(1))])
    failed = waited(broken)
    assert failed is not None and failed.state == "failed"
    text = site.get("/import").text
    assert "codebook" in text and "Continue" in text and "Traceback" not in text
    dead = Pages(project, Config(), replace(LINE, text="dateline_fakes:dies_at_once"))
    dead.imports.upload([Given("b.txt", io.BytesIO(article(2)))])
    fell = waited(dead)
    assert fell is not None and (fell.state, fell.error) == (
        "failed",
        "the build ended before it could say why",
    )


def test_a_folder_of_this_machine_only_where_nobody_else_can_ask(
    project: Path, site: TestClient, pages: Pages
) -> None:
    (project.parent / "in").mkdir()
    (project.parent / "in" / "a.txt").write_bytes(article(1))
    assert 'name="folder"' in site.get("/import").text
    assert send(site, [], "/import/folder", folder="..").status_code == 400
    assert send(site, [], "/import/folder", folder="in").status_code == 303
    done = waited(pages)
    assert done is not None and (done.state, done.articles) == ("done", 1), done
    assert [one.source for one in pages.find("article").all()] == ["in/a.txt"]
    open_ = Pages(project, Config(), LINE)
    other = TestClient(application(open_, loopback=False), "http://192.168.1.5", follow_redirects=False)
    assert 'name="folder"' not in other.get("/import").text
    given_ = {"token": token(other), "folder": "in"}
    answer = other.post("/import/folder", data=given_, headers={"origin": "http://192.168.1.5"})
    assert answer.status_code == 400 and "not open here" in answer.text


def test_an_upload_needs_its_token_its_origin_and_a_file(site: TestClient, pages: Pages) -> None:
    files = [("files", ("a.txt", article(1)))]
    assert site.post("/import/files", files=files, headers={"origin": ORIGIN}).status_code == 403
    given_ = {"token": token(site)}
    assert (
        site.post(
            "/import/files", data=given_, files=files, headers={"origin": "http://evil.example"}
        ).status_code
        == 403
    )
    assert (
        site.post(
            "/import/files", data=given_, files=files, headers={"sec-fetch-site": "cross-site"}
        ).status_code
        == 403
    )
    for nothing in ([], [("", b"")], [(".hidden", b"x")]):
        answer = send(site, nothing)
        assert answer.status_code == 400, nothing
    assert pages.imports.now is None and not list(pages.imports.room.glob("*"))


def test_an_import_that_a_server_left_is_said_to_be_stopped(project: Path) -> None:
    importer = Importer(project, Config(), LINE)
    importer.room.mkdir()
    (importer.room / "2016-09-05-001.json").write_text(
        json.dumps({**_plain(Import("2016-09-05-001", "a", ("x",)))})
    )
    (importer.room / "2016-09-05-002.json").write_text("{")
    assert [one.state for one in importer.past()] == ["unreadable", "stopped"]
    text = TestClient(application(Pages(project)), ORIGIN).get("/import").text
    assert "the server ended before this import did" in text and "its record cannot be read" in text


def _plain(one: Import) -> dict[str, object]:
    import dataclasses

    return dataclasses.asdict(one)


# ---------------------------------------------------------------- health, rejections


@pytest.fixture(scope="module")
def rejecting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rejecting") / "r.db"
    with Store(path) as store:
        for number in range(1203):
            code = "too-short" if number % 3 else "empty"
            name = f"{'new' if number % 2 else 'old'}/{number:04}.txt"
            store.reject(Rejected(name, f"{number:04}", "articles", code, f"{name}: bad {number}"))
    return path


def test_rejections_are_paged_counted_and_complete(rejecting: Path, client) -> None:
    site = client(rejecting)
    assert "1,203 inputs" in site.get("/rejected").text
    seen: list[str] = []
    for page in range(1, 14):
        seen += re.findall(
            r"<td>((?:new|old)/\d+\.txt)</td>", site.get(f"/rejected?size=100&page={page}").text
        )
    assert seen == sorted(f"{'new' if n % 2 else 'old'}/{n:04}.txt" for n in range(1203))
    assert site.get("/rejected?size=100&page=14").status_code == 404
    assert "802 inputs" in site.get("/rejected?code=too-short").text
    rows = site.get("/rejected.json?code=empty&under=new/").json()["rows"]
    expected = [f"new/{n:04}.txt" for n in range(1203) if n % 2 and n % 3 == 0]
    assert [row["source"] for row in rows] == expected
    table = list(csv.DictReader(io.StringIO(site.get("/rejected.csv").text.removeprefix("\ufeff"))))
    assert [row["source"] for row in table] == seen and table[0]["detail"].endswith(": bad 1")
    assert "Check that the whole text was fetched" in site.get("/rejected?code=too-short").text
    assert "No rejected input meets all of this" in site.get("/rejected?under=nowhere").text


def test_health_says_what_doctor_says(plain_project: Path, rejecting: Path, client) -> None:
    site = client(plain_project)
    held = {(row["part"], row["name"]): row["value"] for row in site.get("/health.json").json()["rows"]}
    with Store(plain_project, create=False) as store:
        for table in ("articles", "quotations", "mentions", "events", "stories", "actors", "rejected"):
            assert held["Held", table] == f"{store.count(table):,}"
    assert held["Judgements", "in force"] == "0"
    assert held["Installed here", "program"].startswith("dateline ")
    assert "the whole file was checked" in looked(site)
    assert "Check the whole file" not in looked(site)
    text = client(rejecting).get("/health").text
    assert 'href="/rejected?code=too-short"' in text and "802" in text


def test_health_names_what_is_wrong(plain_project: Path, tmp_path: Path, client) -> None:
    import shutil

    path = tmp_path / "bad.db"
    shutil.copy(plain_project, path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE meta SET value = '1' WHERE key = 'linked_generation'")
        connection.execute("INSERT INTO article_words (article_words) VALUES ('delete-all')")
    connection.close()
    site = TestClient(application(Pages(path)), ORIGIN)
    assert "do not cover every article" in site.get("/health").text
    assert "article_words" not in site.get("/health").text
    assert "article_words does not match" in looked(site)


def looked(site: TestClient) -> str:
    """The page of health once the look at the file has ended."""
    for _ in range(300):
        text = site.get("/health?look=yes").text
        if "is being checked" not in text:
            return text
        assert "is being checked" in site.get("/health/look").text or site.get("/health/look").text
        time.sleep(0.1)
    raise AssertionError("the look at the file does not end")


FOREVER = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_a_look_at_the_file_gives_way_to_a_change(
    plain_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A look that would never end is broken off by two changes, and then ends."""
    path = tmp_path / "looked.db"
    path.write_bytes(plain_project.read_bytes())
    begun: list[bool] = []

    class Endless(Store):
        def faults(self, linked: bool) -> tuple[str, ...] | None:
            begun.append(linked)
            if len(begun) > 2:
                return super().faults(linked)
            with pytest.raises(sqlite3.OperationalError, match="interrupted"):
                self._connection.execute(FOREVER).fetchone()
            return None

    monkeypatch.setattr("dateline.chronicle.looking.Store", Endless)
    pages = Pages(path)
    site = TestClient(application(pages), ORIGIN)
    assert "is being checked" in site.get("/health?look=yes").text
    held = {
        (row["part"], row["name"]): row["value"] for row in site.get("/health.json?look=yes").json()["rows"]
    }
    assert held["On the disk", "the whole file"].startswith("is being checked")
    for number in (1, 2):
        assert len(begun) == number
        event = pages.find("event").page(1, 1)[0].id
        token = re.search(r'name="token" value="([^"]+)"', site.get(f"/event/{event}").text)
        assert token
        form = {"token": token[1], "do": "confirm"}
        assert site.post(f"/judge/event/{event}", data=form, headers={"origin": ORIGIN}).status_code == 200
        for _ in range(100):
            if len(begun) > number:
                break
            time.sleep(0.05)
    assert "nothing is wrong" in looked(site).lower() and len(begun) >= 3
    pages.forget()
