"""Bodies -> bare Text: spaCy behind one class, one paragraph a document, plain tokens out."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from dateline.errors import ConfigError
from dateline.records import Article
from dateline.syntax import Name, Sentence, Text, Token
from dateline.text.strips import Piece, without_strips

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_PARAGRAPH = re.compile(r"[^\n]+")
# Marks glued to the word on either side, which tokenizers take for part of it: said,“Look / vote,”Marsh / said,"Look / Ill.—A
_GLUED = r"(?<=[^\W\d_]\.)[—–](?=[^\W\d_])|(?<=\w)[,:—–](?=[“«\"])|[“”«»]|(?<=[,:])\"(?=[A-Za-z])|(?<=[A-Za-z])[.,!?](?=[”»])"


PLURAL_TITLES = (
    "Sens.",
    "Reps.",
    "Govs.",
    "Gens.",
    "Drs.",
    "Profs.",
    "Atty.",
    "Messrs.",
    "Amb.",
    "Del.",
    "Supt.",
)


@runtime_checkable
class _Tokenizer(Protocol):
    """A tokenizer that can be taught words, as those of spaCy's own pipelines can."""

    def add_special_case(self, word: str, tokens: list[dict[str, str]]) -> None: ...


class SpacyParser:
    """Any installed spaCy pipeline with tagger, parser and names, by package name.

    Raises ConfigError when the package is missing or gives no parse.
    """

    def __init__(self, model: str) -> None:
        self.model = model
        self.nlp = _load(model)
        _part_glued_marks(self.nlp)
        _know_titles(self.nlp)
        if "parser" not in self.nlp.pipe_names:
            raise ConfigError(
                f"the pipeline '{model}' has no dependency parser", remedy="Name one that has, with --model"
            )

    def parse(self, articles: Iterable[Article], batch: int = 256) -> Iterator[Text]:
        """Texts in the order of the articles, without coreference; `batch` paragraphs, of several articles, go to
        spaCy at once."""
        waiting: deque[tuple[Article, list[Piece]]] = deque()
        docs: list[Doc] = []
        for doc in self.nlp.pipe(_paragraphs(articles, waiting), batch_size=batch):
            yield from _finished(waiting, docs)
            docs.append(doc)
        yield from _finished(waiting, docs)


def _paragraphs(articles: Iterable[Article], waiting: deque[tuple[Article, list[Piece]]]) -> Iterator[str]:
    for article in articles:
        pieces = [
            without_strips(match.group(), match.start())
            for match in _PARAGRAPH.finditer(article.text)
            if match.group().strip()
        ]
        waiting.append((article, pieces))
        for piece in pieces:
            yield piece.words


def _finished(waiting: deque[tuple[Article, list[Piece]]], docs: list[Doc]) -> Iterator[Text]:
    """Every waiting article whose paragraphs are all parsed; `docs` is left empty after each."""
    while waiting and len(docs) == len(waiting[0][1]):
        article, pieces = waiting.popleft()
        yield _assemble(article, docs, pieces)
        docs.clear()


def _load(model: str) -> Language:
    import importlib

    import spacy

    try:
        if spacy.util.is_package(model):
            return spacy.load(model)
        return importlib.import_module(model).load()  # type: ignore[no-any-return]
    except (ImportError, OSError, AttributeError) as error:
        raise ConfigError(
            f"the spaCy pipeline '{model}' is not installed or cannot be loaded ({error})",
            remedy="Install it with pip, or name another with --model",
        ) from error


def _part_glued_marks(nlp: Language) -> None:
    """Quotation marks inside a word become words of their own; other tokenizer rules stay."""
    tokenizer = nlp.tokenizer
    if not hasattr(tokenizer, "infix_finditer"):
        return
    known = getattr(tokenizer.infix_finditer, "__self__", None)
    tokenizer.infix_finditer = re.compile(_GLUED if known is None else f"{_GLUED}|{known.pattern}").finditer


def _know_titles(nlp: Language) -> None:
    """Titles in the plural are no ends of sentences: "Sens. Clara Duarte and Erik Lindgren"."""
    tokenizer: object = nlp.tokenizer
    if isinstance(tokenizer, _Tokenizer):
        for word in PLURAL_TITLES:
            tokenizer.add_special_case(word, [{"ORTH": word}])


def _assemble(article: Article, docs: list[Doc], pieces: list[Piece]) -> Text:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    names: list[Name] = []
    for paragraph, (doc, piece) in enumerate(zip(docs, pieces, strict=True)):
        number: dict[int, int] = {}
        for token in doc:
            if not token.is_space:
                number[token.i] = len(tokens) + len(number)
        for sent in doc.sents:
            inside = [token for token in sent if token.i in number]
            if not inside:
                continue
            first = number[inside[0].i]
            root = number.get(sent.root.i, first)
            for token in inside:
                head = token.head.i
                if piece.gaps:
                    start, end = piece.opens(token.idx), piece.closes(token.idx + len(token.text))
                else:
                    start = piece.start + token.idx
                    end = start + len(token.text)
                tokens.append(
                    Token(
                        i=number[token.i],
                        start=start,
                        end=end,
                        text=article.text[start:end] if piece.gaps else token.text,
                        lower=token.lower_,
                        lemma=token.lemma_.lower() if token.pos_ != "PROPN" else token.lemma_,
                        pos=token.pos_,
                        tag=token.tag_,
                        dep=token.dep_,
                        head=number.get(head, root),
                        sent=len(sentences),
                        ent=token.ent_type_,
                    )
                )
            sentences.append(Sentence(len(sentences), first, first + len(inside), root, paragraph))
        for ent in doc.ents:
            covered = [number[token.i] for token in ent if token.i in number]
            if covered:
                names.append(Name(covered[0], covered[-1] + 1, ent.label_))
    below: list[list[int]] = [[] for _ in tokens]
    for word in tokens:
        if word.head != word.i:
            below[word.head].append(word.i)
    return Text(
        article_id=article.id,
        text=article.text,
        tokens=tuple(tokens),
        sentences=tuple(sentences),
        children=tuple(tuple(group) for group in below),
        names=tuple(names),
        published=article.published,
        title=article.title,
        outlet=article.outlet,
        dateline_place=article.dateline_place,
        left_out=tuple(stretch for piece in pieces for stretch in piece.left_out),
    )
