"""A noun phrase in, what its words are: a name in brackets, a ware called after its maker, how far a description goes."""

from __future__ import annotations

from dateline.syntax import Text


def bracketed(text: Text, i: int) -> bool:
    """Whether the name stands alone in brackets, as an agency does in a dateline: "(CNN) - The minister said"."""
    tokens = text.tokens
    return 0 < i < len(tokens) - 1 and tokens[i - 1].text == "(" and tokens[i + 1].text == ")"


def ware(text: Text, i: int) -> bool:
    """Whether a maker's name stands for one of its wares: "requested a secure BlackBerry"."""
    token = text.tokens[i]
    return (
        token.ent in ("ORG", "PRODUCT") and token.tag == "NNP" and text.kid(i, "relcl", "appos") is None
        and any(kid.lower in ("a", "an") for kid in text.kids(i, "det"))
        and i - text.edges(i)[0] <= 3
    )  # fmt: skip


def told_by_of(text: Text, i: int, heading: frozenset[str]) -> int:
    """The last token of a description that says little without its "of": "the head of an activist group"."""
    if text.tokens[i].tag != "NN" or text.tokens[i].lemma.lower() not in heading:
        return i
    of = text.kid(i, "prep")
    noun = text.kid(of.i, "pobj") if of is not None and of.lower == "of" and of.i == i + 1 else None
    return noun.i if noun is not None and noun.i - i <= 6 else i
