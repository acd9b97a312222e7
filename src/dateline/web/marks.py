"""A text and spans in it, overlapping or not -> safe HTML in which every span is marked; nothing else is changed.

The text is cut wherever a span begins or ends, each piece is escaped by itself and carries the classes of all spans
over it: stripping the tags and unescaping gives back the text. Time is linear in the text and in the spans' ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points `start` to `end` of a text, half open; `kind` is a class of the style sheet (letters, digits, -).

    title: what a pointer or reader is told; anchor: an id to link to, put on the first piece.
    """

    start: int
    end: int
    kind: str
    title: str = ""
    anchor: str = ""


def marked(text: str, marks: Iterable[Mark], offset: int = 0) -> Markup:
    """The text with its marks. `offset`: where `text` begins in what the marks count from (a sentence in an article).

    What lies outside the text is cut off; a mark that is left empty is dropped.
    """
    size = len(text)
    ends: list[tuple[int, int, int]] = []
    kept: list[Mark] = []
    for mark in marks:
        start, end = max(mark.start - offset, 0), min(mark.end - offset, size)
        if start < end:
            ends += [(start, 1, len(kept)), (end, 0, len(kept))]
            kept.append(mark)
    ends.sort()
    pieces: list[str] = []
    kinds: Counter[str] = Counter()
    open_marks: dict[int, None] = {}
    anchors: list[str] = []
    position = 0
    for place, begins, number in ends:
        if place > position:
            pieces.append(_piece(text[position:place], kinds, open_marks, kept, anchors))
            anchors = []
            position = place
        mark = kept[number]
        if begins:
            kinds[mark.kind] += 1
            open_marks[number] = None
            if mark.anchor:
                anchors.append(mark.anchor)
        else:
            kinds[mark.kind] -= 1
            if not kinds[mark.kind]:
                del kinds[mark.kind]
            del open_marks[number]
    pieces.append(str(escape(text[position:])))
    return Markup("".join(pieces))


def _piece(
    text: str, kinds: Counter[str], open_marks: dict[int, None], kept: list[Mark], anchors: list[str]
) -> str:
    words = str(escape(text))
    if not open_marks:
        return words
    last = kept[next(reversed(open_marks))]
    title = f' title="{escape(last.title)}"' if last.title else ""
    anchor = f' id="{escape(anchors[0])}"' if anchors else ""
    more = "".join(f'<span id="{escape(other)}"></span>' for other in anchors[1:])
    return f'{more}<mark class="{escape(" ".join(sorted(kinds)))}"{anchor}{title}>{words}</mark>'
