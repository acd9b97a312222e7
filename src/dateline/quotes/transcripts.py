"""Text -> Transcript: which paragraphs are turns of a printed conversation, by the labels that open them ("OLDE: ...", "Q: ...")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from dateline.syntax import Text

_LABEL = re.compile(r"(?:^|\n)[“\"]?((?:[A-Z][A-Z.'’-]*[ ]?){1,4}):(?=\s)")
# Words that open notes to the reader, not turns.
_NOTES = frozenset({"NOTE", "UPDATE", "READ", "MORE", "WATCH", "RELATED", "PHOTOS", "VIDEO", "BREAKING", "CORRECTION",
                    "SEE", "ALSO", "FACT", "CLAIM", "RULING", "SOURCE", "CREDIT", "WASHINGTON", "LONDON"})  # fmt: skip
_ASKS = frozenset({"Q", "QUESTION", "Q."})
_ANSWERS = frozenset({"A", "ANSWER", "A."})
_LEAST = 3


@dataclass(frozen=True, slots=True)
class Transcript:
    """The labels of speakers as they are written, and the token that names who answers in a "Q: / A:" interview."""

    labels: frozenset[str] = frozenset()
    answers: int | None = None

    def asks(self, label: str) -> bool:
        """Whether the label only says that somebody asks."""
        return label in _ASKS and label in self.labels

    def replies(self, label: str) -> bool:
        """Whether the label only says that whoever is interviewed answers."""
        return label in _ANSWERS and self.answers is not None


def transcript(text: Text) -> Transcript:
    """The labels that open at least three paragraphs between them, two of them different and one that returns; an
    interview needs no more than a question and an answer."""
    found = [(match.group(1).strip(), match.start()) for match in _LABEL.finditer(text.text)]
    turns = [(label, at) for label, at in found if not set(label.split()) & _NOTES]
    labels = Counter(label for label, _ in turns)
    questions = [at for label, at in turns if label in _ASKS]
    if questions and any(label in _ANSWERS for label in labels):
        return Transcript(frozenset(labels), _interviewed(text, min(questions)))
    if len(turns) >= _LEAST and len(labels) >= 2 and max(labels.values()) >= 2:
        return Transcript(frozenset(labels))
    return Transcript()


def _interviewed(text: Text, before: int) -> int | None:
    """The last token of the first full name of the person named most often above the first question."""
    people = [
        name for name in text.names if name.label == "PERSON" and text.tokens[name.start].start < before
    ]
    if not people:
        return None
    often = Counter(text.tokens[name.end - 1].lower for name in people)
    most = max(often.values())
    first = next(name for name in people if often[text.tokens[name.end - 1].lower] == most)
    return first.end - 1
