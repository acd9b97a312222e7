"""axe-core and the keyboard on every screen: nothing serious, light and dark, wide and narrow."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.web.screen import screens

AXE = Path(__file__).with_name("axe.min.js")
GRAVE = ("serious", "critical")
LOOKS = (("light", 1280), ("dark", 360))


@pytest.mark.parametrize("name", [screen.name for screen in screens()])
@pytest.mark.parametrize(("scheme", "width"), LOOKS)
def test_axe_finds_nothing_serious(
    name: str, scheme: str, width: int, chromium: Any, open_site: Callable[[Path], str],
    plain_project: Path, empty_project: Path, addresses: Callable[[Path], list[tuple[str, str]]],
) -> None:  # fmt: skip
    context = chromium.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,  # axe is put in from outside
    )
    context.set_default_timeout(60_000)
    page = context.new_page()
    found: list[str] = []
    for project in (plain_project, empty_project):
        base = open_site(project)
        for url in [url for screen, url in addresses(project) if screen == name][:4]:
            answer = page.goto(base + url)
            if "html" not in (answer.headers.get("content-type") or ""):
                continue
            page.evaluate(
                "document.querySelectorAll('details:not(.narrow)').forEach((one, n) => { if (n < 12) one.open = true; })"
            )
            page.evaluate(AXE.read_text(encoding="utf-8"))
            for one in page.evaluate("axe.run(document, {resultTypes: ['violations']})")["violations"]:
                if one["impact"] in GRAVE:
                    where = "; ".join(str(node["target"]) for node in one["nodes"][:3])
                    found.append(f"{url} {width} {scheme}: {one['id']}: {one['help']}: {where}")
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if wide > 0:
                found.append(f"{url}: {wide} px too wide at {width}")
    context.close()
    assert not found, "\n".join(found)


@pytest.mark.parametrize("name", [screen.name for screen in screens()])
def test_a_page_is_readable_without_javascript(
    name: str, chromium: Any, open_site: Callable[[Path], str], plain_project: Path,
    addresses: Callable[[Path], list[tuple[str, str]]],
) -> None:  # fmt: skip
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    base = open_site(plain_project)
    url = next(url for screen, url in addresses(plain_project) if screen == name)
    page.goto(base + url)
    assert len(page.locator("main").inner_text()) > 40
    context.close()
