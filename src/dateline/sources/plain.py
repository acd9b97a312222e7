"""A text or HTML file -> one raw document."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.records import RawDocument
from dateline.sources.codes import rejected
from dateline.sources.decoding import UndecodableError, decode
from dateline.sources.entry import Entry, Options, Outcome, read_bounded
from dateline.sources.fields import Media, looks_like_html


def read_text(entry: Entry, options: Options) -> Iterator[Outcome]:
    """The file as text; as HTML when it begins like a page."""
    yield _whole(entry, options, html=False)


def read_html(entry: Entry, options: Options) -> Iterator[Outcome]:
    """The file as an HTML page."""
    yield _whole(entry, options, html=True)


def _whole(entry: Entry, options: Options, *, html: bool) -> Outcome:
    limit = options.config.max_bytes
    with entry.open() as stream:
        data, sha256, more = read_bounded(stream, limit)
    if more:
        size = f"{entry.size:,} bytes" if entry.size else "it"
        return rejected("too-large", entry.name, f"{size} is more than {limit:,} bytes", sha256=sha256)
    if not data.strip(b" \t\r\n\x0b\x0c\xef\xbb\xbf"):
        return rejected("empty", entry.name, f"the file holds {len(data)} bytes and no text", sha256=sha256)
    try:
        content = decode(data, html=html or looks_like_html(data[:2000].decode("latin-1")))
    except UndecodableError as error:
        return rejected(error.code, entry.name, str(error), sha256=sha256)
    if not content.strip():
        return rejected("empty", entry.name, "the file holds white space only", sha256=sha256)
    media: Media = "html" if html or looks_like_html(content) else "text"
    return RawDocument(entry.name, sha256, media, content, (), entry.modified)
