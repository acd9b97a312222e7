"""One hundred attacks, in every text of a project, on every screen in Chromium: none runs, and none even tries to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hostile import PAYLOADS

from dateline.web.screen import screens

HOOK = """
window.tried = [];
document.addEventListener("securitypolicyviolation", (event) => window.tried.push(
    event.violatedDirective + " " + event.blockedURI + " " + event.sample));
"""


@pytest.mark.parametrize("name", [screen.name for screen in screens()])
def test_no_attack_runs(
    name: str,
    page: Any,
    open_site: Callable[[Path], str],
    hostile_project: Path,
    addresses: Callable[[Path], list[tuple[str, str]]],
) -> None:
    base = open_site(hostile_project)
    ran: list[str] = []
    page.on("dialog", lambda dialog: (ran.append(dialog.message), dialog.dismiss()))
    page.on("pageerror", lambda error: ran.append(f"error {error}"))
    page.on(
        "request",
        lambda request: None if request.url.startswith((base, "data:")) else ran.append(request.url),
    )
    page.add_init_script(HOOK)
    for _, url in [one for one in addresses(hostile_project) if one[0] == name]:
        answer = page.goto(base + url)
        if "html" not in (answer.headers.get("content-type") or ""):
            continue
        page.evaluate("""() => {
            document.querySelectorAll("details").forEach((one) => { one.open = true; });
            document.querySelectorAll("[data-more]").forEach((one, n) => { if (n < 3) one.click(); });
            document.querySelectorAll("a, button, input, [tabindex]").forEach((one, n) => {
                if (n < 300) { one.focus(); one.dispatchEvent(new MouseEvent("mouseover", {bubbles: true})); }
            });
        }""")
        page.wait_for_timeout(300)
        assert page.evaluate("window.ran") is None, f"{url} ran an attack"
        assert page.evaluate("window.tried") == [], f"{url}: something tried to run"
        assert (
            page.evaluate(
                "document.querySelectorAll('[onerror],[onload],[onfocus],[ontoggle],[style],iframe,object,base').length"
            )
            == 0
        ), url
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{url} is {wide} px too wide"
    assert ran == [], ran[:3]


def test_attacks_are_shown_as_they_were_written(
    page: Any, open_site: Callable[[Path], str], hostile_project: Path
) -> None:
    page.goto(open_site(hostile_project) + "/chronicle?size=200")
    shown = page.inner_text("main")
    flat = " ".join(shown.split())
    for payload in PAYLOADS[::2]:
        assert " ".join(payload.split())[:60] in flat, payload


def test_there_are_a_hundred_attacks_that_would_run(page: Any) -> None:
    """Without our escaping and policy several of them do run: the test would notice."""
    assert len(set(PAYLOADS)) == 100
    ran = 0
    page.on("dialog", lambda dialog: dialog.dismiss())
    for payload in PAYLOADS[:20]:
        page.set_content(
            f'<title>x</title><main><input value="{payload}">{payload}</main>', wait_until="commit"
        )
        page.wait_for_timeout(100)
        ran += page.evaluate("window.ran === 1")
        page.goto("about:blank")
    assert ran >= 5
