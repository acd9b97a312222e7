"""Whatever the text: spans slice back, ids are unique and stable, parts lie in their clause, nothing crashes."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.records import Quotation
from dateline.syntax import Text

Run = Callable[..., tuple[Quotation, ...]]

PIECES = [
    "Mara Odell", "said", "that", "“", "”", '"', "‘", "’", "'", "''", "«", "»", "â€œ", "â€\x9d", ",", ".", "?", ":",
    "—", "the harbour", "is closed", "he", "told CNN", "according to", "Reuters", "denied", "it", "so-called", "\n\n",
    "The minister", "claims", "to leave", "“No,”", "reportedly", "(", ")", "...", "he said.", "which", "who", "and",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=24).map(" ".join)
anything = st.text(alphabet="ab “”\"'‘’«».,:—\n said", min_size=1, max_size=60)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=texts | anything)
def test_any_text(quotations: Run, read: Callable[[str], Text], words: str) -> None:
    if not words.strip():
        return
    found = quotations(words)
    assert len({q.id for q in found}) == len(found)
    by_id = {q.id: q for q in found}
    for q in found:
        spans = [q.content, *q.pieces, *(s for s in (q.cue, q.source) if s is not None)]
        spans += [
            ref.span for ref in (q.speaker, q.addressee, *q.via) if ref is not None and ref.span is not None
        ]
        for span in spans:
            assert words[span.start : span.end] == span.text
        assert q.content.text.strip()
        if q.part_of is not None:
            whole = by_id[q.part_of]
            assert whole.content.start <= q.content.start and q.content.end <= whole.content.end + 1
        assert 0 < q.confidence <= 1 and q.rule
    assert quotations(words) == found
