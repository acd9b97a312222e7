"""Words -> the passages that hold them, best first, with the place of each word."""

from __future__ import annotations

import math
import re
import sqlite3
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.records import Article, DateRange
from dateline.store.codec import decode

START, END = "\x01", "\x02"
"""What stands before and after a word that was found, in `Hit.snippet`."""
WORDS_AROUND = 24
TOKENS = "tokenize = 'unicode61 remove_diacritics 2'"
"""How words are told apart and folded: as in the index of all articles (`migrations/`)."""
OPERATORS = ("AND", "OR", "NOT")
TELLING = 14
"""Words that stand for an article when others like it are looked for."""
COMMON = 2_000
"""A word that so many articles hold tells little of one, and counting who holds it would take long."""
_PLAIN = re.compile(r"[^\W\d_]{3,}")
_TOKEN = re.compile(r'"([^"]*)"(\*?)|([()])|([^\s()"]+)')


@dataclass(frozen=True, slots=True)
class Hit:
    """One article that matches. `snippet` marks found words with START and END; `score` is BM25, lower is better;
    `teller`: the outlet, or what stands for it where none is known."""

    article_id: str
    title: str | None
    outlet: str | None
    published: DateRange
    snippet: str
    score: float
    teller: str = ""


def search(connection: sqlite3.Connection, words: str, limit: int | None = None) -> Iterator[Hit]:
    """Articles by title and body. Raises UsageError on a query that cannot be read."""
    sql = (
        "SELECT a.record, a.linked, snippet(article_words, -1, ?, ?, '…', ?), bm25(article_words, 4.0, 1.0) AS score"
        " FROM article_words JOIN articles a ON a.n = article_words.rowid WHERE article_words MATCH ?"
        " ORDER BY score, a.id LIMIT ?"
    )
    with _readable(words):
        rows = connection.execute(
            sql, (START, END, WORDS_AROUND, fts_query(words), -1 if limit is None else limit)
        )
        for record, linked, snippet, score in rows:
            article = decode(Article, record, linked)
            yield Hit(
                article.id, article.title, article.outlet, article.published, snippet, round(score, 6), article.teller
            )  # fmt: skip


def matching(connection: sqlite3.Connection, words: str) -> int:
    """How many articles hold the words. Raises UsageError on a query that cannot be read."""
    with _readable(words):
        sql = "SELECT count(*) FROM article_words WHERE article_words MATCH ?"
        return int(connection.execute(sql, (fts_query(words),)).fetchone()[0])


def matches(connection: sqlite3.Connection, words: str, *, ranked: bool) -> list[tuple[int, float]]:
    """Number and BM25 score of every article that holds the words, best first; unranked: score 0, in order of number.

    Raises UsageError on a query that cannot be read.
    """
    score, order = ("bm25(article_words, 4.0, 1.0)", "2, 1") if ranked else ("0.0", "1")
    sql = f"SELECT rowid, {score} FROM article_words WHERE article_words MATCH ? ORDER BY {order}"
    with _readable(words):
        return connection.execute(sql, (fts_query(words),)).fetchall()


def snippets(connection: sqlite3.Connection, words: str, numbers: Sequence[int]) -> dict[int, str]:
    """The best passage of each of these articles.

    Asked of an index of these articles alone: the whole one would gather every word that a prefix stands for anew for
    each of them. Raises UsageError on a query that cannot be read.
    """
    query, marks = fts_query(words), ", ".join("?" * len(numbers))
    with _readable(words):
        connection.execute(f"CREATE VIRTUAL TABLE temp.shown USING fts5 (title, text, {TOKENS})")
        try:
            connection.execute(
                f"INSERT INTO temp.shown (rowid, title, text) SELECT n, title, text FROM articles WHERE n IN ({marks})",
                [int(number) for number in numbers],
            )
            sql = "SELECT rowid, snippet(shown, -1, ?, ?, '…', ?) FROM temp.shown WHERE shown MATCH ?"
            return dict(connection.execute(sql, (START, END, WORDS_AROUND, query)).fetchall())
        finally:
            connection.execute("DROP TABLE temp.shown")


def telling_words(connection: sqlite3.Connection, article_id: str, most: int = TELLING) -> list[str]:
    """Words of an article by TF-IDF over the project (Sparck Jones 1972), the most telling first.

    Words of one article alone are left out: they lead nowhere; so are those that COMMON articles hold, or all.
    """
    row = connection.execute("SELECT title, text FROM articles WHERE id = ?", (article_id,)).fetchone()
    counts = Counter(match.group().casefold() for match in _PLAIN.finditer(f"{row[0] or ''}\n{row[1]}"))
    total = max(2, connection.execute("SELECT count(*) FROM article_words_docsize").fetchone()[0])
    holding = (
        "SELECT count(*) FROM (SELECT 1 FROM article_words WHERE article_words MATCH ?"
        f" LIMIT {min(total, COMMON)})"
    )
    scores: list[tuple[float, str]] = []
    for word, count in counts.items():
        held = connection.execute(holding, (f'"{plain(word)}"',)).fetchone()[0]
        if 1 < held < min(total, COMMON):
            scores.append(((1 + math.log(count)) * math.log(total / held), word))
    return [word for _, word in sorted(scores, key=lambda one: (-one[0], one[1]))[:most]]


def plain(word: str) -> str:
    """A word as the index holds it: folded, without accents."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))


@contextmanager
def _readable(words: str) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error):
            raise
        raise _malformed(words, str(error).removeprefix("fts5: ")) from error


def fts_query(words: str) -> str:
    """Words, "a phrase", A OR B, NOT, brackets and prefix* as an FTS5 query in which every word is quoted.

    So that U.S., 9/11 and don't are words like any other. Raises UsageError on what is left open or left out.
    """
    words = words.encode("utf-8", "replace").decode()  # a terminal may hand over bytes that are no text
    found: list[str] = []
    depth, position, term = 0, 0, False
    for match in _TOKEN.finditer(words):
        between = words[position : match.start()]
        if '"' in between:
            raise _malformed(words, "a quotation mark is left open")
        position = match.end()
        phrase, star, bracket, word = match.groups()
        if bracket == "(":
            found.append("AND (" if term else "(")
            depth, term = depth + 1, False
        elif bracket == ")":
            depth -= 1
            if depth < 0 or not term:
                raise _malformed(words, "a bracket closes nothing")
            found.append(")")
        elif word in OPERATORS:
            if not term:
                raise _malformed(words, f"nothing stands before {word}")
            found.append(word)
            term = False
        else:
            text = phrase if word is None else word.rstrip("*")
            if not any(c.isalnum() for c in text):
                raise _malformed(words, f"'{match.group()}' holds no word")
            prefix = "*" if star or (word is not None and word.endswith("*")) else ""
            if prefix and len(text) == 1 and text.isascii():  # half of all words: minutes in a large project
                raise _malformed(
                    words, f"'{match.group()}' begins too many words; a prefix has two letters or more"
                )
            found.append(f'{"AND " if term else ""}"{text.replace(chr(0), "")}"{prefix}')
            term = True
    if '"' in words[position:]:
        raise _malformed(words, "a quotation mark is left open")
    if depth:
        raise _malformed(words, "a bracket is left open")
    if not term:
        raise _malformed(words, "a word is missing at the end")
    return " ".join(found)


def _malformed(words: str, fault: str) -> UsageError:
    return UsageError(
        f"the search {words!r} cannot be read: {fault}",
        remedy='Write words, "a phrase", A OR B, A NOT B, (A OR B) C, or prefix*',
    )
