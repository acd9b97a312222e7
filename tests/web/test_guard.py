"""Who may ask what: hosts, origins, tokens, sizes, the password, and the headers on every answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from dateline.chronicle.pages import Pages
from dateline.errors import UsageError
from dateline.web import guard
from dateline.web.app import application
from dateline.web.login import COOKIE, FREE_TRIES, LONGEST_WAIT, Gate, opens, read_seal, sealed

ORIGIN = "http://127.0.0.1:8010"
SEAL = sealed("correct horse")


def site(path: Path, **settings: object) -> TestClient:
    return TestClient(application(Pages(path), **settings), ORIGIN, follow_redirects=False)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "url", ["/", "/chronicle.json", "/chronicle.csv", "/nothing", "/static/style.css", "/event/evt_x"]
)
def test_every_answer_carries_the_policy(url: str, plain_project: Path, client) -> None:
    headers = client(plain_project).get(url).headers
    assert headers["content-security-policy"] == guard.POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "unsafe" not in guard.POLICY


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8010", 200), ("localhost:8010", 200), ("[::1]:8010", 200), ("LOCALHOST", 200), ("localhost.", 200),
        ("evil.example", 421), ("127.0.0.1.evil.example", 421), ("localhost.evil.example:8010", 421),
        ("192.168.1.5", 421), ("", 421), ("127.0.0.1@evil.example", 421), ("[::1", 421), ("<script>", 421),
    ],
)  # fmt: skip
def test_only_names_of_this_machine_are_answered(host: str, status: int, plain_project: Path, client) -> None:
    answer = client(plain_project).get("/chronicle", headers={"host": host})
    assert answer.status_code == status
    assert "<script>" not in answer.text or status == 200


@pytest.mark.parametrize(
    ("host", "status"), [("192.168.1.5:8010", 303), ("archive.example", 303), ("other.example", 421)]
)
def test_an_open_address_goes_by_its_names_and_numbers(host: str, status: int, plain_project: Path) -> None:
    open_ = site(
        plain_project, loopback=False, names=frozenset({"archive.example"}), gate=Gate(sealed("long enough"))
    )
    assert open_.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": ORIGIN}, 403),
        ({"sec-fetch-site": "none"}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"sec-fetch-site": "same-origin", "origin": "http://evil.example"}, 403),
        ({"origin": ORIGIN}, 404),
        ({"sec-fetch-site": "same-origin"}, 404),
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 404),
        ({"sec-fetch-site": "cross-site", "origin": "null"}, 403),
    ],
)
def test_a_change_comes_from_a_page_of_this_origin(
    headers: dict[str, str], status: int, plain_project: Path, client
) -> None:
    answer = client(plain_project).post("/judge/nothing", headers=headers, data={"token": "x"})
    assert answer.status_code == status


def test_reading_from_elsewhere_is_a_plain_link(plain_project: Path, client) -> None:
    assert (
        client(plain_project).get("/chronicle", headers={"sec-fetch-site": "cross-site"}).status_code == 200
    )


def test_a_body_beyond_the_limit_is_refused(plain_project: Path, client) -> None:
    headers = {"origin": ORIGIN, "content-length": str(guard.FORM_BYTES + 1)}
    assert client(plain_project).post("/judge/event", headers=headers, content=b"x").status_code == 413
    headers["content-length"] = "-1"
    assert client(plain_project).post("/judge/event", headers=headers, content=b"x").status_code == 413


@pytest.mark.parametrize("kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])
def test_a_body_without_a_length_is_cut_off_at_the_limit(
    kind: str, plain_project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sent in chunks: not one byte past the limit is taken, and the answer says why."""
    monkeypatch.setattr(guard, "FORM_BYTES", 200_000)
    sent = 0

    def chunks() -> Iterator[bytes]:
        nonlocal sent
        for _ in range(100):
            sent += 20_000
            yield b"--x\r\ncontent-disposition: form-data; name=a\r\n\r\n" + b"q&" * 10_000

    headers = {"origin": ORIGIN, "content-type": kind}
    answer = site(plain_project).post("/judge/event/evt_x", headers=headers, content=chunks())
    assert answer.status_code == 413 and "MB are read at once" in answer.text
    assert answer.headers["content-security-policy"] == guard.POLICY


@pytest.mark.parametrize(
    "url",
    [
        "/chronicle?from=yesterday", "/chronicle?page=0", "/chronicle?page=x", "/chronicle?size=100000",
        "/chronicle?order=random", "/chronicle?from=2020-13-45", "/chronicle?actor=" + "x" * 3000, "/chronicle?page=²",
    ],
)  # fmt: skip
def test_a_wrong_address_says_what_to_write(url: str, plain_project: Path, client) -> None:
    answer = client(plain_project).get(url)
    assert answer.status_code == 400
    assert "<h1>" in answer.text and "/chronicle" in answer.text


@pytest.mark.parametrize(
    "url",
    [
        "/event/evt_0000000000000000",
        "/event/%3Cscript%3E",
        "/nowhere",
        "/chronicle?page=9999",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/nothing",
    ],
)
def test_what_is_not_there_says_so(url: str, plain_project: Path, client) -> None:
    answer = client(plain_project).get(url)
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_json_faults_are_json(plain_project: Path, client) -> None:
    answer = client(plain_project).get("/chronicle.json?from=x")
    assert answer.status_code == 400 and set(answer.json()) == {"error", "remedy", "status"}


# ---------------------------------------------------------------- the password


def enter(browser: TestClient, password: str):  # type: ignore[no-untyped-def]
    token = re.search(r'name="token" value="([^"]+)"', browser.get("/login").text)
    assert token
    return browser.post("/login", data={"token": token[1], "password": password}, headers={"origin": ORIGIN})


def test_nothing_but_the_login_page_is_open_without_a_session(plain_project: Path) -> None:
    browser = site(plain_project, gate=Gate(sealed("correct horse")))
    assert browser.get("/").headers["location"] == "/login"
    assert browser.get("/chronicle.json").status_code == 401
    assert browser.get("/login").status_code == 200
    assert browser.get("/static/style.css").status_code == 200
    assert browser.post("/judge/x", headers={"origin": ORIGIN}).status_code == 401


def test_the_right_password_opens_a_session_that_ends(plain_project: Path) -> None:
    browser = site(plain_project, gate=Gate(sealed("correct horse")))
    answer = enter(browser, "correct horse")
    cookie = answer.headers["set-cookie"].lower()
    assert answer.status_code == 303 and "httponly" in cookie and "samesite=strict" in cookie
    assert "secure" not in cookie
    assert browser.get("/").status_code == 200
    held = browser.cookies[COOKIE]
    assert browser.post("/logout", headers={"origin": ORIGIN}).status_code == 303
    browser.cookies.set(COOKIE, held)
    assert browser.get("/").status_code == 303


def test_cookies_are_secure_over_https(plain_project: Path) -> None:
    app = application(Pages(plain_project), gate=Gate(sealed("correct horse")))
    browser = TestClient(app, "https://127.0.0.1:8010", follow_redirects=False)
    token = re.search(r'name="token" value="([^"]+)"', browser.get("/login").text)
    assert token
    answer = browser.post(
        "/login",
        data={"token": token[1], "password": "correct horse"},
        headers={"origin": "https://127.0.0.1:8010"},
    )
    assert "secure" in answer.headers["set-cookie"].lower()


def test_wrong_passwords_make_one_wait(plain_project: Path) -> None:
    browser = site(plain_project, gate=Gate(sealed("correct horse")))
    said = [enter(browser, "battery staple").status_code for _ in range(6)]
    assert said == [403] * 5 + [429]
    assert enter(browser, "correct horse").status_code == 429, "the right one waits too"


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("192.0.2.1", "192.0.2.1", True), ("192.0.2.1", "192.0.2.2", False), ("::ffff:192.0.2.1", "192.0.2.1", True),
        ("2001:db8::1", "2001:db8::ffff:2", True), ("2001:db8::1", "2001:db8:0:1::1", False),
        ("fe80::1%eth0", "fe80::2", True), ("", "", True),
    ],
)  # fmt: skip
def test_who_can_take_any_address_of_a_network_waits_for_all_of_it(
    one: str, other: str, together: bool
) -> None:
    gate = Gate(SEAL)
    for _ in range(FREE_TRIES):
        assert gate.enter(one, "battery staple") is None
    assert (gate.wait(other) > 0) is together


def test_the_wait_grows_and_the_password_is_not_even_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [1000.0]
    monkeypatch.setattr("dateline.web.login.time.monotonic", lambda: clock[0])
    gate, waits = Gate(SEAL), []
    for _ in range(FREE_TRIES + 3):
        assert gate.enter("192.0.2.1", "battery staple") is None
        waits.append(gate.wait("192.0.2.1"))
        if waits[-1]:
            assert gate.enter("192.0.2.1", "correct horse") is None
        clock[0] += gate.wait("192.0.2.1")
    assert sorted(waits) == waits and waits[-1] > waits[-2] > 0 and max(waits) <= LONGEST_WAIT


def test_a_made_up_session_is_none(plain_project: Path) -> None:
    browser = site(plain_project, gate=Gate(sealed("correct horse")))
    for value in ("", "x" * 43, "../../etc"):
        browser.cookies.set(COOKIE, value)
        assert browser.get("/").status_code == 303


def test_seals() -> None:
    seal = sealed("correct horse")
    assert seal != sealed("correct horse"), "each has its own salt"
    assert opens("correct horse", seal) and not opens("Correct horse", seal)
    assert read_seal(seal) == seal and opens("another one here", read_seal("another one here"))
    for bad in ("short", "scrypt$x", "scrypt$1048576$8$64$AA==$AA=="):
        with pytest.raises(UsageError):
            read_seal(bad)
