"""Chronicle: what a person, a program or the command line can ask of one project file."""

from __future__ import annotations

import dataclasses
import datetime as dt
import difflib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from dateline.chronicle.analyst import Analyst
from dateline.chronicle.build import Build, BuildSummary, Progress
from dateline.chronicle.inventory import Report, examined, state_code
from dateline.chronicle.judging import Judging
from dateline.chronicle.listing import Listing
from dateline.config import Config, load_config
from dateline.errors import NotFound, UsageError
from dateline.pipeline import Line
from dateline.records import (
    EVENT_TYPES,
    STATUSES,
    Actor,
    Article,
    Event,
    Mention,
    Quotation,
    Rejected,
    Story,
    Storyline,
)
from dateline.store import Hit, Store

if TYPE_CHECKING:
    from dateline.corpus import Seen
    from dateline.stories.report import StoryComparison
    from dateline.stories.turning import TurningPoint


def open(
    path: str | Path,
    *,
    create: bool = True,
    config: Config | None = None,
    flags: Mapping[str, Any] | None = None,
    line: Line | None = None,
) -> Chronicle:
    """Open the project file at `path`, made when it is missing and `create` is on.

    Settings come from `config`, else from `dateline.toml` beside the project file (else in the present folder), the
    environment and `flags` (names as in Config). `line` exchanges parts of the pipeline, for tests and experiments.
    Raises UsageError, ConfigError and ProjectError.
    """
    place = Path(path)
    if config is None:
        beside = place.parent if (place.parent / "dateline.toml").is_file() else None
        config = load_config(beside, flags)
    return Chronicle(Store(place, create=create), config, line or Line())


class Chronicle(Analyst):
    """One project file. Close it, or use it in a `with` statement.

    Every listing is in a fixed order. Ids may be shortened to any beginning that is unique. An actor may be named by
    id, full name or surname; a country by its ISO 3166 alpha-3 code or its name; days may be dates or "YYYY-MM-DD".
    """

    def __init__(self, store: Store, config: Config, line: Line) -> None:
        self._store, self.config, self._line = store, config, line
        self._judging = Judging(store, config, line)

    @property
    def path(self) -> Path:
        """Where the project file is."""
        return self._store.path

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def __enter__(self) -> Chronicle:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Chronicle {self.path}>"

    def build(
        self,
        sources: Sequence[str | Path] | str | Path,
        *,
        fields: Mapping[str, str] | None = None,
        workers: int | None = None,
        overlay: Sequence[str | Path] | None = None,
        retry: bool = False,
        relink: bool = False,
        progress: Callable[[Progress], None] | None = None,
    ) -> BuildSummary:
        """Read articles into the project and bring events and stories up to date.

        sources: files, folders, "-" for standard input. fields: our name -> column. workers: processes that parse.
        overlay: folders of tables. retry: read again what was rejected before.
        relink: look across all articles anew, also where a few new ones could join. What the project already holds is
        skipped, so that the same call continues an interrupted build. Raises BuildInterrupted on Ctrl-C.
        """
        paths = [sources] if isinstance(sources, (str, Path)) else list(sources)
        config = self.config
        if workers is not None:
            if workers < 1:
                raise UsageError(f"at least one worker is needed, not {workers}")
            config = dataclasses.replace(config, workers=workers)
        if overlay is not None:
            config = dataclasses.replace(config, overlay=tuple(Path(folder) for folder in overlay))
        self._line.check(config)
        build = Build(self._store, config, self._line, retry=retry, relink=relink, listener=progress)
        return build.run([str(path) for path in paths], fields)

    # ---------------------------------------------------------------- listings

    def events(
        self,
        *,
        actor: str | None = None,
        country: str | None = None,
        type: str | None = None,
        status: str | None = None,
        outlet: str | None = None,
        issue: str | None = None,
        story: str | None = None,
        article: str | None = None,
        from_: dt.date | str | None = None,
        to: dt.date | str | None = None,
    ) -> Listing[Event]:
        """Events that meet every condition, by day, undated ones last. `from_` and `to` are the first and last day;
        an event counts when it may have been within them."""
        found = self._store.events(
            actor=actor, country=self._country(country), type_=_one_of("type", type, EVENT_TYPES), outlet=outlet, issue=issue,
            status=_one_of("status", status, STATUSES), story=story, article=article, first=_day(from_), last=_day(to),
        )  # fmt: skip
        return Listing(Event, found)

    def mentions(
        self,
        *,
        event: str | None = None,
        article: str | None = None,
        actor: str | None = None,
        country: str | None = None,
        type: str | None = None,
        status: str | None = None,
        outlet: str | None = None,
        issue: str | None = None,
        from_: dt.date | str | None = None,
        to: dt.date | str | None = None,
    ) -> Listing[Mention]:
        """Mentions that meet every condition, by article and place in it."""
        found = self._store.mentions(
            actor=actor, country=self._country(country), type_=_one_of("type", type, EVENT_TYPES), outlet=outlet, issue=issue,
            status=_one_of("status", status, STATUSES), event=event, article=article, first=_day(from_), last=_day(to),
        )  # fmt: skip
        return Listing(Mention, found)

    def quotations(
        self,
        *,
        speaker: str | None = None,
        issue: str | None = None,
        kind: str | None = None,
        cue_class: str | None = None,
        same_as: str | None = None,
        country: str | None = None,
        outlet: str | None = None,
        article: str | None = None,
    ) -> Listing[Quotation]:
        """Quotations that meet every condition, by article and place in it."""
        found = self._store.quotations(
            speaker=speaker, issue=issue, kind=_one_of("kind", kind, ("direct", "mixed", "indirect")), outlet=outlet,
            cue_class=cue_class, same_as=same_as, country=self._country(country), article=article,
        )  # fmt: skip
        return Listing(Quotation, found)

    def articles(
        self,
        *,
        outlet: str | None = None,
        story: str | None = None,
        from_: dt.date | str | None = None,
        to: dt.date | str | None = None,
    ) -> Listing[Article]:
        """Articles that meet every condition, by day of publication."""
        return Listing(
            Article, self._store.articles(outlet=outlet, story=story, first=_day(from_), last=_day(to))
        )

    def stories(
        self, *, actor: str | None = None, outlet: str | None = None, storyline: str | None = None
    ) -> Listing[Story]:
        """Stories that meet every condition, by first day."""
        return Listing(Story, self._store.stories(actor=actor, outlet=outlet, storyline=storyline))

    def storylines(self) -> Listing[Storyline]:
        """All storylines, by first day."""
        return Listing(Storyline, self._store.everything("storylines"))

    def actors(self) -> Listing[Actor]:
        """Everybody and everything that acts or speaks and is known by an id, by name."""
        return Listing(Actor, self._store.everything("actors"))

    def rejected(self) -> Listing[Rejected]:
        """Inputs that gave no article, and why, by source."""
        return Listing(Rejected, self._store.everything("rejected"))

    def search(self, words: str, *, limit: int | None = None) -> Listing[Hit]:
        """Articles that hold the words, best first: words, "a phrase", A OR B, A NOT B, prefix*.

        Raises UsageError on a query that cannot be read.
        """
        return Listing(Hit, self._store.search(words, limit))

    # ---------------------------------------------------------------- one record

    def event(self, id: str) -> Event:
        """Raises NotFound, and UsageError when a shortened id fits several."""
        return self._store.one(Event, id)

    def article(self, id: str) -> Article:
        """Raises NotFound, and UsageError when a shortened id fits several."""
        return self._store.one(Article, id)

    def seen(self, article_id: str) -> tuple[Seen, ...]:
        """Whom one article speaks of, with the proper names they go by there."""
        return self._store.seen(article_id)

    def mention(self, id: str) -> Mention:
        """Raises NotFound, and UsageError when a shortened id fits several."""
        return self._store.one(Mention, id)

    def quotation(self, id: str) -> Quotation:
        """Raises NotFound, and UsageError when a shortened id fits several."""
        return self._store.one(Quotation, id)

    def story(self, id: str) -> Story:
        """Raises NotFound, and UsageError when a shortened id fits several."""
        return self._store.one(Story, id)

    def compare(self, story: str) -> StoryComparison:
        """How the outlets of the story of that id differ: what each led with, told late or left out, whom it quotes,
        which words colour its narration. Raises NotFound, and UsageError when a shortened id fits several."""
        from dateline.chronicle.comparison import compared

        return compared(self._store, self.story(story))

    def timeline(self, story: str, *, most: int | None = None) -> tuple[TurningPoint, ...]:
        """The turning points of the story of that id in order of time: which events, with the reasons in words and their
        weights; at most `most`. Raises NotFound, and UsageError when a shortened id fits several."""
        from dateline.stories.turning import turning_points

        found = self.story(story)
        return turning_points(self.events(story=found.id), self.articles(story=found.id), most)

    def storyline(self, id: str) -> Storyline:
        """Raises NotFound, and UsageError when a shortened id fits several."""
        return self._store.one(Storyline, id)

    def actor(self, name: str) -> Actor:
        """The actor of that id, name or surname. Raises NotFound, and UsageError when several go by it."""
        found = self._store.actor_ids(name)
        if not found:
            near = difflib.get_close_matches(name, self._store.actor_names(), n=3)
            hint = (
                f"Did you mean {' or '.join(near)}?"
                if near
                else "Names are listed by: dateline actor PROJECT.db"
            )
            raise NotFound(f"no actor here is called '{name}'", remedy=hint)
        if len(found) > 1:
            names = "; ".join(f"{self._store.one(Actor, one).name} ({one})" for one in found[:5])
            raise UsageError(
                f"several actors are called '{name}': {names}", remedy="Give the full name or the id"
            )
        return self._store.one(Actor, found[0])

    # ---------------------------------------------------------------- the whole

    @property
    def current(self) -> bool:
        """Whether events and stories cover every article; not after a build that was interrupted."""
        return self._store.linked()

    @property
    def empty(self) -> bool:
        """Whether no article was ever built in."""
        return self._store.count("articles") == 0

    def export(self, format: str, out: str | Path) -> dict[str, int]:
        """Write every record as `format` (jsonl, csv, parquet) into the folder `out`; rows by file written.

        Raises UnknownName, UsageError when an optional package is missing, ProjectError when the disk is full.
        """
        from dateline.exports import export

        return export(self._store.plain, format, Path(out), self.annotations())

    def doctor(self) -> Report:
        """What is installed, what the project holds, and what is wrong."""
        return examined(self._store, self.config)

    def _country(self, country: str | None) -> str | None:
        """ISO 3166 alpha-3 for a code or a name, of a state of this project or of the tables. Raises UsageError."""
        if country is None or (len(country) == 3 and country.isalpha()):
            return country.upper() if country else None
        code = self._store.state_code(country) or state_code(country, self.config)
        if code is None:
            raise UsageError(
                f"no country is called '{country}'",
                remedy="Write its name, or its ISO 3166 alpha-3 code as in FRA",
            )
        return code


def _one_of(kind: str, value: str | None, known: Sequence[str]) -> str | None:
    if value is None:
        return None
    folded = {name.lower(): name for name in known}
    if value.lower() not in folded:
        raise UsageError(f"no {kind} is called '{value}'", remedy=f"Known: {', '.join(known)}")
    return folded[value.lower()]


def _day(day: dt.date | str | None) -> dt.date | None:
    if day is None or isinstance(day, dt.date):
        return day
    try:
        return dt.date.fromisoformat(day)
    except ValueError:
        raise UsageError(f"'{day}' is no day", remedy="Write it as in 2016-09-05") from None
