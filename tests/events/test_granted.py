"""Acts that a noun takes for granted: what is told of them, and what one thinks of them, leaves their status alone."""

from __future__ import annotations

import pytest

CASES = [
    ("Maria Benescu of Kenya thinks Erik Lindgren's resignation is a mistake.", "RETREAT", "happened"),
    ("The paper did not explicitly list the resignation of Maria Benescu as a case.", "RETREAT", "happened"),
    ("Maria Benescu of Kenya would not disclose conversations between herself and the president of Uganda.", "CONSULT", "happened"),
    ("Uganda did not mention the talks with Kenya.", "CONSULT", "happened"),
    ("Uganda did not mention a meeting with Kenya.", "CONSULT", "hypothetical"),
    ("Uganda did not attend the talks with Kenya.", "CONSULT", "failed"),
    ("So for Kenya to distance itself from Uganda, or even attack Uganda, is to ignore a path to peace.", "ASSAULT", "hypothetical"),
    ("Maria Benescu of Kenya said she would support, but not endorse Clara Duarte.", "REJECT", "refused"),
    ("Kenya will meet Uganda but not sanction Ghana.", "SANCTION", "refused"),
    ("Kenya withheld the money until Uganda arrested Clara Duarte.", "COERCE", "happened"),
    ("Maria Benescu's direct attack on Clara Duarte of Kenya came on Monday.", "ACCUSE", "happened"),
    ("Kenya's meeting with Uganda did not go well.", "CONSULT", "happened"),
    ("Uganda held no talks with Kenya.", "CONSULT", "failed"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "type_", "status"), CASES)
def test_what_is_taken_for_granted_keeps_its_status(read, code_all, sentence, type_, status):
    (text,) = read([sentence])
    assert {m.status for m in code_all(text) if m.type == type_} == {status}
