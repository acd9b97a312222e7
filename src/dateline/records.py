"""Every immutable record and its content-derived id: what comes out of each stage, and nothing else.

Offsets are Unicode code points, half open, into the `text` of the record's article. Dates are closed
intervals of days. `None` means "not known". The JSON form of each record is the export contract.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import hashlib
import types
import typing
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

Day = dt.date

QuoteKind = Literal["direct", "mixed", "indirect"]
Basis = Literal["metadata", "dateline", "text", "reference", "linked", "collection", "analyst", "unknown"]
Status = Literal[
    "happened", "ongoing", "planned", "cancelled", "refused", "failed", "denied", "alleged", "hypothetical"
]
ActorKind = Literal[
    "person", "state", "government_body", "organisation", "armed_group", "media", "group", "anonymous"
]

EVENT_TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES: tuple[str, ...] = typing.get_args(Status)
ACTOR_KINDS: tuple[str, ...] = typing.get_args(ActorKind)


def content_id(prefix: str, *parts: object) -> str:
    """A stable id: `prefix_` and 16 hex digits of SHA-256 over the parts in order."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}_{hashlib.sha256(joined.encode('utf-8')).hexdigest()[:16]}"


@dataclass(frozen=True, slots=True)
class Span:
    """`article.text[start:end] == text`, always."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class DateRange:
    """Days from `earliest` to `latest`, both included; an open side is None. `text`: the words that say so."""

    earliest: Day | None = None
    latest: Day | None = None
    text: str | None = None
    basis: Basis = "unknown"

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a date range ends before it starts: {self.earliest}..{self.latest}")

    @property
    def days(self) -> int | None:
        """How many days the interval holds; None when a side is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    @property
    def known(self) -> bool:
        """Whether any side is bounded."""
        return self.earliest is not None or self.latest is not None

    def overlaps(self, other: DateRange) -> bool:
        """Whether a day could lie in both (open sides reach for ever)."""
        return (self.earliest or Day.min) <= (other.latest or Day.max) and (other.earliest or Day.min) <= (
            self.latest or Day.max
        )


UNDATED = DateRange()


@dataclass(frozen=True, slots=True)
class ActorRef:
    """One actor as one passage names it. `span` is None where grammar supplies an actor the words leave out."""

    actor_id: str | None
    name: str
    country: str | None = None
    role: str | None = None
    span: Span | None = None
    kind: ActorKind | None = None
    anonymous: bool = False
    sector: str | None = None
    description: str | None = None
    steps: int | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place that was resolved; degrees are WGS 84."""

    name: str
    country: str | None
    lat: float | None = None
    lon: float | None = None


@dataclass(frozen=True, slots=True)
class Removed:
    """Words taken out of a body, and why."""

    reason: str
    text: str


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One input as found. `source` names it as RECORDS says; `fields` is metadata that came with it."""

    source: str
    sha256: str
    media: Literal["text", "html"]
    content: str
    fields: tuple[tuple[str, str], ...] = ()
    modified: Day | None = None

    def field(self, name: str) -> str | None:
        """The metadata value of that name, or None."""
        return next((value for key, value in self.fields if key == name), None)


@dataclass(frozen=True, slots=True)
class Rejected:
    """An input that gave no article, and why."""

    source: str
    sha256: str
    stage: str
    code: str
    detail: str


@dataclass(frozen=True, slots=True)
class Article:
    """One text as a reader would read it; paragraphs are separated by one blank line."""

    id: str
    source: str
    sha256: str
    outlet: str | None
    domain: str | None
    title: str | None
    byline: tuple[str, ...]
    language: str | None
    published: DateRange
    dateline_place: str | None
    text: str
    removed: tuple[Removed, ...] = ()
    story_id: str | None = None
    copy_of: str | None = None
    copied_share: float = 0.0
    url: str | None = None
    judgement: str | None = None
    judged_by: str | None = None

    @property
    def teller(self) -> str:
        """The outlet; where that is not known the domain, else the last part of `source` without its ending."""
        if self.outlet or self.domain:
            return self.outlet or self.domain or ""
        last = self.source.rstrip("/").replace("\\", "/").rpartition("/")[2].rpartition("!")[2]
        stem, dot, ending = last.rpartition(".")
        return stem if dot and stem and ending.isalnum() and len(ending) <= 5 else last

    @staticmethod
    def make_id(sha256: str) -> str:
        """Same bytes, same id."""
        return content_id("art", sha256)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words or a statement given to somebody. `stance` and `cue_class` come from the cue lexicon.

    `part_of`: the id of the quotation whose clause holds these marked words (counts leave such parts out).
    `speakers`: the members where a group speaks ("the two leaders"), else empty; `speaker` is then the group.
    `about`: the known actors, other than the speaker, that the words speak of.
    """

    id: str
    article_id: str
    kind: QuoteKind
    content: Span
    speaker: ActorRef | None
    cue: Span | None
    addressee: ActorRef | None
    via: tuple[ActorRef, ...]
    rule: str
    confidence: float
    same_as: str | None = None
    cue_class: str | None = None
    stance: str | None = None
    mode: Literal["speech", "belief"] = "speech"
    pieces: tuple[Span, ...] = ()
    source: Span | None = None
    issues: tuple[str, ...] = ()
    part_of: str | None = None
    speakers: tuple[ActorRef, ...] = ()
    about: tuple[ActorRef, ...] = ()
    judgement: str | None = None
    judged_by: str | None = None

    @staticmethod
    def make_id(article_id: str, kind: str, start: int, end: int) -> str:
        """One quotation a place: the content's own offsets name it."""
        return content_id("quo", article_id, kind, start, end)


@dataclass(frozen=True, slots=True)
class Mention:
    """One article's report of something that was done. `why` names codebook entry, construction, role and date rules."""

    id: str
    article_id: str
    event_id: str | None
    type: str
    mode: str | None
    status: Status
    plover_type: str
    cameo: str | None
    source: tuple[ActorRef, ...]
    target: tuple[ActorRef, ...]
    mutual: bool
    when: DateRange
    where: Place | None
    issues: tuple[str, ...]
    trigger: Span
    evidence: Span
    reported_by: tuple[ActorRef, ...]
    rule: str
    confidence: float
    why: tuple[tuple[str, str], ...] = ()
    judgement: str | None = None
    judged_by: str | None = None

    @staticmethod
    def make_id(article_id: str, type_: str, start: int, end: int, part: int = 0) -> str:
        """One mention a trigger and type; `part` tells apart several acts of one trigger."""
        return content_id("men", article_id, type_, start, end, part)


@dataclass(frozen=True, slots=True)
class StatusChange:
    """The status an event had as of a day, and the mention and article that say so.

    `step`: the stage of its life in words finer than the status: proposed, planned, confirmed, postponed, cancelled,
    held, failed, denied.
    """

    status: Status
    as_of: Day | None
    mention_id: str
    article_id: str | None = None
    step: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one article."""

    article_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One side of a discrepancy; `passages`: the words that say so, one or more an account."""

    value: str
    mention_ids: tuple[str, ...]
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Discrepancy:
    """A field on which reports of one event differ."""

    field: str
    values: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """How one article of an event stands to the origin it rests on, and why in words."""

    article_id: str
    role: Literal["origin", "repeats", "adds"]
    why: str


@dataclass(frozen=True, slots=True)
class Origin:
    """One separate origin behind an event: `name` is who or what it is, `articles` all that rest on it.

    `kind`: outlet (reports in its own voice), agency, official (anonymous sources too), statement, text (copies).
    """

    name: str
    kind: Literal["outlet", "agency", "official", "statement", "text"]
    articles: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened (or was to happen), however many articles report it."""

    id: str
    story_id: str | None
    type: str
    title: str
    status: Status
    status_history: tuple[StatusChange, ...]
    when: DateRange
    where: Place | None
    source: tuple[ActorRef, ...]
    target: tuple[ActorRef, ...]
    mentions: tuple[str, ...]
    articles: tuple[str, ...]
    outlets: tuple[str, ...]
    independent_sources: int
    discrepancies: tuple[Discrepancy, ...]
    confidence: float
    mode: str | None = None
    plover_type: str | None = None
    mutual: bool = False
    issues: tuple[str, ...] = ()
    links: tuple[tuple[str, str, str], ...] = ()
    origins: tuple[tuple[str, str, str], ...] = ()
    origin_tree: tuple[Origin, ...] = ()
    circular: tuple[tuple[str, ...], ...] = ()
    judgement: str | None = None
    judged_by: str | None = None


@dataclass(frozen=True, slots=True)
class OnlyIn:
    """A passage whose fact only one outlet has."""

    outlet: str
    span: Span
    article_id: str


@dataclass(frozen=True, slots=True)
class Loaded:
    """Coloured words in the narration. `neutral`: what another outlet calls the same thing, in `neutral_article_id` from
    code point `neutral_start` on."""

    article_id: str
    span: Span
    kind: str
    neutral: str | None = None
    neutral_article_id: str | None = None
    neutral_start: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Who reported and who omitted what: `{event or same_as: {outlet: "reported"|"omitted"}}` as nested pairs."""

    events: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    quotations: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()
    only_in: tuple[OnlyIn, ...] = ()
    loaded: tuple[Loaded, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The coverage of one happening or of one run of days. `from_`/`to` are exported as `from`/`to`."""

    id: str
    storyline_id: str | None
    title: str
    from_: Day | None
    to: Day | None
    articles: tuple[str, ...]
    events: tuple[str, ...]
    actors: tuple[str, ...]
    outlets: tuple[str, ...]
    comparison: Comparison = Comparison()
    judgement: str | None = None
    judged_by: str | None = None


@dataclass(frozen=True, slots=True)
class Storyline:
    """A chain of stories over months or years."""

    id: str
    title: str
    from_: Day | None
    to: Day | None
    stories: tuple[str, ...]
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A post somebody held; open sides are None."""

    title: str
    from_: Day | None
    to: Day | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts or speaks, with everything the project knows of it."""

    id: str
    name: str
    also_known_as: tuple[str, ...]
    kind: ActorKind
    country: str | None
    offices: tuple[Office, ...] = ()
    mentions: int = 0
    quotations: int = 0
    judgement: str | None = None
    judged_by: str | None = None

    @staticmethod
    def make_id(kind: str, name: str, country: str | None) -> str:
        """Kind, canonical name and country name an actor."""
        return content_id("act", kind, name, country)


Record = TypeVar("Record")


def to_json(value: Any) -> Any:
    """A record (or anything inside one) as plain JSON values, in the names of the export contract."""
    if isinstance(value, Comparison):
        return {
            "events": {key: dict(row) for key, row in value.events},
            "quotations": {key: dict(row) for key, row in value.quotations},
            "only_in": to_json(value.only_in),
            "loaded": to_json(value.loaded),
        }
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name.rstrip("_"): to_json(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return value


def from_json(cls: type[Record], data: Any) -> Record:
    """The record that `to_json` wrote; raises KeyError or TypeError on data of another shape."""
    return typing.cast(Record, _decode(cls, data))


@functools.cache
def _names(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cls))


@functools.cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _decode(hint: Any, data: Any) -> Any:
    if data is None:
        return None
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        inner = next(arg for arg in typing.get_args(hint) if arg is not type(None))
        return _decode(inner, data)
    if origin is tuple:
        args = typing.get_args(hint)
        if len(args) == 2 and args[1] is Ellipsis:
            return tuple(_decode(args[0], item) for item in data)
        return tuple(_decode(arg, item) for arg, item in zip(args, data, strict=True))
    if hint is dt.date:
        return dt.date.fromisoformat(data)
    if hint is Comparison:
        return Comparison(
            events=tuple((key, tuple(row.items())) for key, row in data["events"].items()),
            quotations=tuple((key, tuple(row.items())) for key, row in data["quotations"].items()),
            only_in=_decode(tuple[OnlyIn, ...], data["only_in"]),
            loaded=_decode(tuple[Loaded, ...], data["loaded"]),
        )
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        hints = _hints(hint)
        present = {name: data[name.rstrip("_")] for name in _names(hint) if name.rstrip("_") in data}
        return hint(**{name: _decode(hints[name], value) for name, value in present.items()})
    return data
