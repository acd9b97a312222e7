"""A project file -> a picture of each screen, light and dark, and one of each on a narrow screen.

    python tools/screenshots.py sample.db --into docs/screens

For docs/pages.md. Needs Playwright and a Chromium; look at every picture before it is kept.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import threading
import time
from pathlib import Path

import uvicorn
from playwright.sync_api import sync_playwright

from dateline.chronicle.pages import Pages
from dateline.web.app import application
from dateline.web.screen import screens

LOOKS = (("light", 1280), ("dark", 1280), ("light", 360), ("dark", 360))
HEIGHT = 900
FLAGS = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")


def main() -> None:
    """Write NAME-light.png, NAME-dark.png, NAME-narrow.png and NAME-narrow-dark.png for each screen."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("project", type=Path)
    parser.add_argument("--into", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=[], help="names of screens")
    given = parser.parse_args()
    given.into.mkdir(parents=True, exist_ok=True)
    pages = Pages(given.project)
    shown = {screen.name: next(iter(screen.examples(pages)), None) for screen in screens()}
    base, server = _serve(pages)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(FLAGS))
        for scheme, width in LOOKS:
            context = browser.new_context(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme)
            page = context.new_page()
            page.set_default_timeout(120_000)
            for name, url in shown.items():
                if url is None or (given.only and name not in given.only):
                    continue
                page.goto(base + url)
                page.wait_for_timeout(300)
                end = ("" if width > 400 else "-narrow") + ("-dark" if scheme == "dark" else "")
                page.screenshot(path=given.into / f"{name}{end or '-light'}.png")
                print(f"{name}{end}: {url}")
            context.close()
        browser.close()
    server.should_exit = True


def _serve(pages: Pages) -> tuple[str, uvicorn.Server]:
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(application(pages), log_level="error", lifespan="off"))
    threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True).start()
    while not server.started:
        time.sleep(0.05)
    return f"http://127.0.0.1:{listener.getsockname()[1]}", server


if __name__ == "__main__":
    main()
