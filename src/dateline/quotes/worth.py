"""Attribution -> whether it becomes a record: statements and beliefs do, bare attitudes towards a thing do not."""

from __future__ import annotations

from dateline.quotes.attributions import Attribution
from dateline.syntax import Text

# Rules by which a whole proposition is expressed; the others give a noun phrase, and only some classes say something by one.
_PROPOSITIONS = frozenset(
    {"clause", "parenthesis", "infinitive", "gerund", "predicate", "passive", "according to", "in the words of",
     "noun with clause", "adjective with clause", "adverb", "introduced", "marked words", "name and colon",
     "turn of a transcript"}
)  # fmt: skip
_BY_A_NOUN = frozenset({"claim", "deny", "admit", "warn", "promise", "demand", "accuse"})
# What somebody seems, treats or holds dear is measured by benchmarks of attitudes, but it is no statement.
_LOOSE = frozenset({"seem", "treat", "hold"})
_BARE = frozenset({"it", "this", "that", "which", "what", "them", "him", "her", "so"})
_OWN = frozenset({"i", "we", "you", "me", "us", "my", "our", "your"})


def is_record(text: Text, one: Attribution) -> bool:
    """Marked words always; a paraphrase when it says something and is not the speaker's own "I think"."""
    if one.spoken:
        return True
    frame = one.frame
    words = [t for low, high in one.content for t in text.tokens[low:high] if t.pos != "PUNCT"]
    if not words or (len(words) == 1 and words[0].lower in _BARE):
        return False
    own = frame.source is not None and text.tokens[frame.source].lower in _OWN
    if own and (one.nested or frame.entry is None or frame.entry.mode == "belief"):
        return False
    if frame.head is not None and _supposed(text, frame.head):
        return False
    if one.nested and frame.source is None and frame.rule != "adverb":
        return False
    if frame.entry is None:
        return True
    if frame.entry.cue_class in _LOOSE and frame.rule != "clause":
        return False
    if frame.rule == "passive" and frame.source is None and frame.entry.cue_class == "know":
        return False  # "is known to be" says no more than "is said to be"
    if frame.rule in _PROPOSITIONS:
        return True
    return frame.source is not None and frame.entry.mode == "speech" and frame.entry.cue_class in _BY_A_NOUN


def _supposed(text: Text, cue: int) -> bool:
    """Whether the cue stands in a condition ("if workers want to move"): nobody is said to say or want it."""
    for i in (cue, text.tokens[cue].head):
        mark = text.kid(i, "mark")
        if text.tokens[i].dep == "advcl" and mark is not None and mark.lower in ("if", "unless"):
            return True
    return False
