"""Templates and values -> HTML: one Jinja environment, everything escaped, an unknown name is an error."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from dateline.records import EVENT_TYPES, STATUSES
from dateline.web import words
from dateline.web.screen import Screen, screens

STATIC = Path(str(files("dateline.web") / "static"))


@cache
def environment() -> Environment:
    """The one environment; filters are the functions of `words`."""
    made = Environment(
        loader=PackageLoader("dateline.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    for word in (
        words.day, words.weekday, words.days, words.place, words.once, words.heading, words.told_by,
        words.one_line, words.outward,
    ):  # fmt: skip
        made.filters[word.__name__] = word
    made.globals.update(
        count=words.count,
        static=static,
        bar=bar,
        screen_style=screen_style,
        event_types=EVENT_TYPES,
        statuses=STATUSES,
        type_words=words.TYPE_WORDS,
    )
    return made


def render(template: str, values: Mapping[str, Any]) -> str:
    """The template with these values."""
    return environment().get_template(template).render(**values)


def bar() -> list[Screen]:
    """Screens that have a word in the top bar, in order."""
    return [screen for screen in screens() if screen.bar]


@cache
def static(name: str) -> str:
    """The address of a file under `static/`, with the beginning of its hash so that it may be kept for ever."""
    digest = hashlib.sha256((STATIC / name).read_bytes()).hexdigest()[:12]
    return f"/static/{name}?v={digest}"


@cache
def screen_style(name: str) -> str | None:
    """The address of a screen's own style sheet, where it has one."""
    part = f"screens/{name}.css"
    return static(part) if (STATIC / part).is_file() else None
