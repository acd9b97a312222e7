"""Import: files or a folder in, progress live, what came of each import and why inputs gave no article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.chronicle.condition import made_otherwise
from dateline.chronicle.importing import Import, formats
from dateline.chronicle.pages import Pages
from dateline.chronicle.uploads import Given
from dateline.web.ask import Ask
from dateline.web.guard import FILES, UPLOAD_BYTES
from dateline.web.screen import Answer, Extra, Fragment, Page, Redirect, Rows, Screen

COLUMNS = (
    "id", "what", "state", "began", "ended", "files", "left", "articles", "skipped", "rejected", "error", "remedy",
)  # fmt: skip
STAGES = {
    "starting": "starting", "reading": "opening the files", "parsing": "reading the articles",
    "joining": "joining what is new to what is there", "copies": "finding copied passages", "dates": "dating events",
    "links": "linking reports to events", "stories": "grouping events into stories",
    "actors": "naming actors", "storing": "storing events and stories", "done": "storing",
}  # fmt: skip


def show(ask: Ask) -> Answer:
    """The page."""
    imports = ask.pages.imports
    return Page(
        "Import",
        {
            **_progress(ask),
            "past": imports.past(),
            "formats": formats(),
            "files": FILES,
            "bytes": UPLOAD_BYTES,
            "room": imports.room.name,
            "home": imports.folder.name,
            "folders_open": imports.folders_open,
            "other": made_otherwise(ask.pages),
        },
    )


def progress(ask: Ask) -> Fragment:
    """Where the import stands, to be asked again and again."""
    return Fragment("import_progress.html", _progress(ask))


def _progress(ask: Ask) -> dict[str, Any]:
    now = ask.pages.imports.now
    share = round(100 * now.done / now.total) if now and now.total else None
    return {
        "now": now,
        "stage": STAGES.get(now.stage, now.stage) if now else "",
        "share": share,
        "left": _left(now),
    }


def _left(now: Import | None) -> str:
    """Time left in this stage, roughly; empty where it cannot be told yet."""
    if now is None or not now.total or now.done < 5 or not now.running:
        return ""
    seconds = now.seconds / now.done * (now.total - now.done)
    return f"{round(seconds)} s" if seconds < 100 else f"{round(seconds / 60)} min"


def upload(ask: Ask) -> Redirect:
    """Keep the files sent and build them in."""
    ask.pages.imports.upload([Given(one.filename or "", one.file) for one in ask.files])
    return Redirect("/import")


def folder(ask: Ask) -> Redirect:
    """Build in what lies beside the project."""
    ask.pages.imports.folder_in(ask.form.get("folder", ""), retry=ask.form.get("retry") == "yes")
    return Redirect("/import")


def stop(ask: Ask) -> Redirect:
    """Stop once the articles in hand are stored."""
    ask.pages.imports.stop()
    return Redirect("/import")


def go_on(ask: Ask) -> Redirect:
    """Continue an import that was stopped."""
    ask.pages.imports.go_on(ask.id)
    return Redirect("/import")


def rows(ask: Ask) -> Rows:
    """Every import on record, the newest first."""
    return Rows(({name: getattr(one, name) for name in COLUMNS} for one in ask.pages.imports.past()), COLUMNS)


def examples(pages: Pages) -> Sequence[str]:
    """The page."""
    return ["/import"]


SCREEN = Screen(
    name="import",
    paths=("/import",),
    show=show,
    rows=rows,
    examples=examples,
    bar="Import",
    place=70,
    extra=(
        Extra("GET", "/import/progress", progress),
        Extra("POST", "/import/files", upload, upload=True),
        Extra("POST", "/import/folder", folder),
        Extra("POST", "/import/stop", stop),
        Extra("POST", "/import/{id}/continue", go_on),
    ),
    script=("screens/import.js",),
)
