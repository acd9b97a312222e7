"""A marked stretch nobody is said to say -> the rule by which it quotes nobody, or None."""

from __future__ import annotations

from dateline.quotes.direct import Spoken
from dateline.syntax import Text, Token

FEW_WORDS = "few words in narration, no cue"
_SO_CALLED = frozenset({"called", "dubbed", "nicknamed", "titled", "entitled", "named", "christened", "styled", "known",
                        "labeled", "labelled", "branded", "billed", "headlined", "subtitled", "captioned", "renamed"})  # fmt: skip
_WORKS = frozenset({"book", "novel", "film", "movie", "show", "series", "song", "album", "play", "essay", "article",
                    "column", "programme", "program", "podcast", "episode", "documentary", "poem", "painting", "ship",
                    "boat", "yacht", "vessel", "frigate", "destroyer", "motto", "slogan", "nickname", "word", "term",
                    "phrase", "hashtag", "game", "operation", "memoir", "musical", "sitcom", "ballad"})  # fmt: skip


def scare_rule(text: Text, spoken: Spoken) -> str | None:
    """Why the marked words are nobody's speech: a title, a name, a so-called, one word that colours a noun."""
    low, high = spoken.low, spoken.high
    words = [t for t in text.tokens[low:high] if spoken.mark.inner_start <= t.start < spoken.mark.inner_end]
    words = [t for t in words if t.pos != "PUNCT"]
    if not words:
        return "empty"
    before = [t for t in text.tokens[max(0, low - 3) : low] if t.sent == text.tokens[low].sent]
    prior = before[-1].lower if before else ""
    told = spoken.frame is not None
    if prior == "so-called" or (prior == "called" and any(t.lower == "so" for t in before)):
        return "so-called"
    given = bool(before) and prior in _SO_CALLED and before[-1].tag == "VBN"
    if given and (
        not told or (_capitalised(words) and spoken.frame is not None and spoken.frame.source is None)
    ):
        return "name given"
    if before and _capitalised(words) and (before[-1].tag == "POS" or before[-1].lemma == "tell"):
        return "title of a work or name of a thing"
    if len(before) >= 2 and prior == "as" and before[-2].lower == "known":
        return "known as"
    if any(t.lower in _WORKS for t in before[-2:]) and _capitalised(words):
        return "title of a work or name of a thing"
    if _nickname(text, low, high):
        return "nickname"
    if (
        sum(t.text.isalpha() for t in words) <= 1
        and _colours(text, words, high)
        and spoken.rule != "cue after"
    ):
        return "one word that colours a noun"
    if (
        len(words) >= 2
        and _capitalised(words)
        and not (spoken.carried and any(t.tag in ("VBP", "VBZ", "VBD", "MD") for t in words))
        and (spoken.carried or spoken.rule.startswith("introduced") or _in_passing(text, spoken))
    ):
        return "capitalised as a title"
    if told and not spoken.carried:
        return None
    if len(words) <= 8 and _capitalised(words) and len(words) >= 2 and not told:
        return "capitalised as a title"
    if not told and len(words) <= 4:
        return FEW_WORDS
    return None


def _capitalised(words: list[Token]) -> bool:
    content = [t for t in words if len(t.text) > 3 or t.pos in ("NOUN", "PROPN", "VERB", "ADJ")]
    return bool(content) and all(t.text[:1].isupper() or t.text[:1].isdigit() for t in content)


def _in_passing(text: Text, spoken: Spoken) -> bool:
    """Whether the marked words stand in running words of ordinary case, with no cue or comma right before them."""
    low = spoken.low
    if spoken.rule in ("cue after", "no cue") or low == 0:
        return False
    before = text.tokens[low - 1]
    if before.pos in ("VERB", "AUX", "PUNCT") or before.sent != text.tokens[low].sent:
        return False
    around = [t for t in text.tokens[text.sentence_of(low).start : low] if t.pos in ("NOUN", "VERB", "ADJ")]
    return any(t.text[:1].islower() for t in around)


def _nickname(text: Text, low: int, high: int) -> bool:
    """John "Jack" Smith: marks between two parts of a name."""
    tokens = text.tokens
    if not (low and high < len(tokens)) or high - low > 5:
        return False
    left, right = tokens[low - 1], tokens[high]
    return (
        left.pos == "PROPN" and right.pos == "PROPN" and left.sent == right.sent and right.text[:1].isupper()
    )


def _colours(text: Text, words: list[Token], high: int) -> bool:
    """Whether the marked word stands before a noun that it modifies."""
    for token in words:
        head = text.tokens[token.head]
        if token.dep in ("amod", "compound", "nmod", "nummod") and head.i >= high and head.sent == token.sent:
            return True
    return False
