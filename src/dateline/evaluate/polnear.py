"""PolNeAR records -> predictions in the gold's own form and their score: exact and overlap P/R/F1 of source, cue, content.

PolNeAR: Newell, Margolin and Ruths (2018), "An Attribution Relations Corpus for Political News", LREC. Only outermost
attributions are annotated; a content holds its quotation marks and its "that", a cue its auxiliaries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from dateline.config import Config
from dateline.evaluate.frame import Benchmark, Figure, Gold, Prediction
from dateline.quotes.attributions import Attribution, Found
from dateline.quotes.frames import Range
from dateline.records import UNDATED, Article
from dateline.syntax import Text

ROLES = ("source", "cue", "content")
Span = tuple[int, int]
Finder = Callable[[Text], Found]


def make(config: Config) -> Benchmark:
    """Parses as a build does, names and coreference included; reads `text`, `title` and `outlet`."""

    def predict_all(records: Sequence[Gold]) -> Iterable[Prediction]:
        import dateline.text
        from dateline.quotes.attributions import attribute
        from dateline.quotes.cues import load_lexicon
        from dateline.resolvers import Resolvers

        lexicon = load_lexicon(config.overlay)
        texts = dateline.text.make(config, Resolvers.load(config))(article_of(record) for record in records)
        for record, text in zip(records, texts, strict=True):
            yield predict(record, text, lambda one: attribute(one, lexicon))

    about = "attributions, spoken and believed: spans of source, cue and content (PolNeAR)"
    return Benchmark("polnear", about, ("attributions",), predict_all, figures)


def figures(gold: Sequence[Gold], predicted: Sequence[Prediction]) -> Sequence[Figure]:
    """F1 of the three roles, exact and by overlap, then the recall of contents by their kind."""
    result = score(gold, predicted)
    rows = [
        Figure(f"{role} {how} F1", part["f1"], (("gold", part["gold"]), ("predicted", part["predicted"])))
        for how in ("exact", "overlap")
        for role, part in result[how].items()
    ]
    for kind, result_of in result["by kind"].items():
        part = result_of["overlap"]["content"]
        rows.append(Figure(f"{kind} content overlap recall", part["recall"], (("gold", part["gold"]),)))
    return rows


def article_of(record: Mapping[str, Any]) -> Article:
    """The article behind a record; only `text` and `id` are needed."""
    return Article(
        id=str(record.get("id", "")), source="polnear", sha256="", outlet=record.get("outlet"), domain=None,
        title=record.get("title"), byline=(), language="en", published=UNDATED, dateline_place=None,
        text=record["text"],
    )  # fmt: skip


def predict(record: Mapping[str, Any], text: Text, find: Finder) -> dict[str, Any]:
    """The record's id with attributions as the gold writes them; gold fields of the record are not read."""
    body = record["text"]
    found = []
    for one in find(text).attributions:
        if one.nested:
            continue
        roles = spans(text, one)
        if roles["content"]:
            found.append(
                {
                    role: [{"start": a, "end": b, "content": body[a:b]} for a, b in roles[role]]
                    for role in ROLES
                }
            )
    return {"id": record.get("id"), "attributions": found}


def spans(text: Text, one: Attribution) -> dict[str, list[Span]]:
    """Code points of the three roles under the corpus's conventions."""
    frame = one.frame
    return {
        "source": [_source(text, frame.source_words)] if frame.source_words else [],
        "cue": [_chars(text, frame.words)] if frame.words else [],
        "content": [_chars(text, _aside(text, _fragment(text, one, piece))) for piece in one.content],
    }


def _chars(text: Text, piece: Range) -> Span:
    return text.tokens[piece[0]].start, text.tokens[piece[1] - 1].end


def _fragment(text: Text, one: Attribution, piece: Range) -> Range:
    """Marked words with the "that" before them, or with the article and adjectives of the noun they hold."""
    low, high = piece
    if one.kind != "direct" or one.frame.head is None or one.frame.head > low:
        return piece
    while low > one.frame.head + 1:
        before = text.tokens[low - 1]
        if before.lower == "that" and before.tag == "IN":
            return low - 1, high
        if (
            before.dep in ("det", "amod", "poss", "case", "aux", "compound", "nummod")
            and low <= before.head < high
        ):
            low -= 1
            continue
        break
    return low, high


def _aside(text: Text, piece: Range) -> Range:
    """What is expressed without a last ", which ..." or ", who ...", which annotators leave to the narrator."""
    low, high = piece
    for i in range(low + 1, high):
        token = text.tokens[i]
        if token.dep == "relcl" and text.edges(i)[1] >= high:
            first = text.edges(i)[0]
            if (
                first - 1 > low
                and text.tokens[first - 1].text == ","
                and text.tokens[first].lower in ("which", "who")
            ):
                return low, first - 1
    return piece


def _source(text: Text, piece: Range) -> Span:
    """A source phrase with an apposition keeps the comma that closes it."""
    low, high = piece
    tokens = text.tokens
    if high < len(tokens) and tokens[high].text == "," and any(t.text == "," for t in tokens[low:high]):
        high += 1
    return tokens[low].start, tokens[high - 1].end


def kind_of(attribution: Mapping[str, Any]) -> str:
    """direct, mixed or indirect by the quotation marks in the content."""
    pieces = attribution["content"]
    marked = [_marked(piece["content"].strip()) for piece in pieces]
    if marked and all(share > 0.9 for share in marked):
        return "direct"
    return "mixed" if any(share > 0 for share in marked) else "indirect"


_OPEN, _SHUT = "“\"'‘«", "”\"'’»"


def _marked(words: str) -> float:
    """Share of the words inside quotation marks."""
    if not words:
        return 0.0
    inside, total, covered = False, 0, 0
    i = 0
    while i < len(words):
        two = words[i : i + 2]
        if two == "''" or words[i] in '“”"«»':
            inside = not inside if words[i] in "\"'" else words[i] in "“«"
            i += 2 if two == "''" else 1
            continue
        if words[i] == "‘" or (words[i] in "'’" and (i == 0 or not words[i - 1].isalnum()) and not inside):
            inside = True
        total += not words[i].isspace()
        covered += inside and not words[i].isspace()
        i += 1
    return covered / total if total else 0.0


def score(gold: Iterable[Mapping[str, Any]], predicted: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Figures over all documents, matched by id.

    `{"exact"|"overlap": {role: {"precision", "recall", "f1", "gold", "predicted"}}}` for all attributions, and under
    "by kind" recall and overlap for those whose gold content is direct, mixed or indirect.
    """
    answers = {row["id"]: row for row in predicted}
    documents = [(row, answers.get(row["id"], {"attributions": []})) for row in gold]
    result: dict[str, Any] = {
        "exact": {r: _exact(documents, r, None) for r in ROLES},
        "overlap": {r: _overlap(documents, r, None) for r in ROLES},
    }
    by_kind: dict[str, Any] = {}
    for name, kinds in (
        ("direct", {"direct"}),
        ("mixed", {"mixed"}),
        ("direct+mixed", {"direct", "mixed"}),
        ("indirect", {"indirect"}),
    ):
        by_kind[name] = {
            "exact": {r: _exact(documents, r, kinds) for r in ROLES},
            "overlap": {r: _overlap(documents, r, kinds) for r in ROLES},
        }
    result["by kind"] = by_kind
    return result


def _set(row: Mapping[str, Any], role: str, kinds: set[str] | None) -> set[Span]:
    return {
        (piece["start"], piece["end"])
        for attribution in row.get("attributions", ())
        if kinds is None or kind_of(attribution) in kinds
        for piece in attribution[role]
    }


Documents = Sequence[tuple[Mapping[str, Any], Mapping[str, Any]]]


def _exact(documents: Documents, role: str, kinds: set[str] | None) -> dict[str, float]:
    hits = gold = predicted = 0
    for truth, answer in documents:
        a, b = _set(truth, role, kinds), _set(answer, role, kinds)
        hits, gold, predicted = hits + len(a & b), gold + len(a), predicted + len(b)
    return _figures(hits, hits, gold, predicted)


def _overlap(documents: Documents, role: str, kinds: set[str] | None) -> dict[str, float]:
    worth, gold, predicted = 0.0, 0, 0
    for truth, answer in documents:
        a, b = _set(truth, role, kinds), _set(answer, role, kinds)
        gold, predicted = gold + len(a), predicted + len(b)
        worth += sum(value for value, _, _ in pairs(truth["text"], a, b))
    return _figures(worth, worth, gold, predicted)


def pairs(text: str, gold: set[Span], predicted: set[Span]) -> Iterator[tuple[float, Span, Span]]:
    """One-to-one pairs by falling character F1, white space not counted."""
    solid = [0]
    for character in text:
        solid.append(solid[-1] + (not character.isspace()))

    def size(low: int, high: int) -> int:
        return solid[high] - solid[low] if high > low else 0

    rows = []
    for a in gold:
        for b in predicted:
            common = size(max(a[0], b[0]), min(a[1], b[1]))
            if common:
                rows.append((2 * common / (size(*a) + size(*b)), a, b))
    taken_a: set[Span] = set()
    taken_b: set[Span] = set()
    for value, a, b in sorted(rows, key=lambda row: (-row[0], row[1], row[2])):
        if a not in taken_a and b not in taken_b:
            taken_a.add(a)
            taken_b.add(b)
            yield value, a, b


def _figures(right_gold: float, right_predicted: float, gold: int, predicted: int) -> dict[str, float]:
    recall = right_gold / gold if gold else 0.0
    precision = right_predicted / predicted if predicted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": precision, "recall": recall, "f1": f1, "gold": gold, "predicted": predicted}
