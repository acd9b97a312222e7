"""A body -> the language it is written in."""

from __future__ import annotations

import functools
from typing import Any

_SAMPLE = 700
_LEAST_LETTERS = 60
_SURE = 0.8


def language_of(text: str) -> str | None:
    """ISO 639-1 code by py3langid (byte n-grams); None when the text is too short or the answer unsure."""
    sample = text[:_SAMPLE]
    if sum(char.isalpha() for char in sample) < _LEAST_LETTERS:
        return None
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= _SURE else None


@functools.cache
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
