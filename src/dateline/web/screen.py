"""Screen: what one module of `screens/` declares, and the answers it may give; and the registry of all screens."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from dateline.chronicle.pages import Pages
    from dateline.web.ask import Ask


@dataclass(frozen=True, slots=True)
class Page:
    """A whole page: `title` of the window, values for the screen's template."""

    title: str
    values: Mapping[str, Any] = field(default_factory=dict)
    template: str = ""
    status: int = 200


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a page, put in place by htmx: a template without the frame."""

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Redirect:
    """Go to another page of this project (303, so that a reload repeats no change)."""

    url: str


@dataclass(frozen=True, slots=True)
class Body:
    """Anything else, as it is to be sent: an Atom feed, a file to keep."""

    content: str
    media_type: str
    name: str = ""


Answer = Page | Fragment | Redirect | Body


@dataclass(frozen=True, slots=True)
class Rows:
    """Complete rows for `.json` and `.csv`: records of one class, or dictionaries with these columns."""

    items: Iterable[Any]
    shape: type | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extra:
    """One more address of a screen: a fragment (GET) or a change (POST, under /judge/ or /import/)."""

    method: Literal["GET", "POST"]
    path: str
    answer: Callable[[Ask], Answer]
    upload: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. `name` names its template `NAME.html` and its style `static/screens/NAME.css`, where there is one.

    paths: its addresses; the first one has `.json` and `.csv` beside it where `rows` is given (`data`: what `.json`
    says instead, for a page about one thing). bar, place: its word in the top bar and where it stands there.
    extra: its other addresses. script: static files it needs beyond the common ones (under `static/`).
    examples: addresses that show it in a given project; every test walks them.
    """

    name: str
    paths: tuple[str, ...]
    show: Callable[[Ask], Answer]
    examples: Callable[[Pages], Sequence[str]]
    rows: Callable[[Ask], Rows] | None = None
    data: Callable[[Ask], Any] | None = None
    bar: str = ""
    place: int = 99
    extra: tuple[Extra, ...] = ()
    script: tuple[str, ...] = ()


@cache
def screens() -> tuple[Screen, ...]:
    """Every screen: the value SCREEN of each module in `dateline.web.screens`, in the order of the bar."""
    from dateline.web import screens as room

    found = []
    for module in pkgutil.iter_modules(room.__path__):
        loaded = importlib.import_module(f"{room.__name__}.{module.name}")
        found.append(loaded.SCREEN)
    return tuple(sorted(found, key=lambda screen: (screen.place, screen.name)))
