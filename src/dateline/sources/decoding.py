"""Bytes -> text in NFC: byte-order mark, declared charset, UTF-8, then detection; never a dropped byte."""

from __future__ import annotations

import codecs
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"""<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.I
)
# Browsers read these labels as windows-1252, because pages that declare them hold its quotation marks.
_AS_1252 = frozenset({"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin-1", "latin1"})
_MAGIC = (
    b"%PDF",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"SQLite format 3\x00",
    b"BZh",
    b"7z\xbc\xaf",
    b"\xfd7zXZ",
)
_FEW = 0.2
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


class UndecodableError(ValueError):
    """The bytes are no text. `code` is "binary" or "encoding"; the message says why."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(what)
        self.code = code


def bom_of(head: bytes) -> str | None:
    """The codec that a byte-order mark at the start names, or None."""
    return next((codec for mark, codec in _BOMS if head.startswith(mark)), None)


def decode(data: bytes, *, html: bool = False) -> str:
    """The text of `data`, normalised to NFC, line ends as "\\n".

    html: also believe a charset that the page declares. Raises UndecodableError.
    """
    text = _decode(data, html=html)
    if text.count("\x00") or len(_CONTROL.findall(text)) > max(8, len(text) // 50):
        raise UndecodableError("binary", "the bytes hold control characters that no text has")
    return tidy(text)


def tidy(text: str) -> str:
    """NFC, "\\n" line ends, no stray control characters."""
    text = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    return _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\x1b", ""))


def _decode(data: bytes, *, html: bool) -> str:
    kind = next((mark for mark in _MAGIC if data.startswith(mark)), None)
    if kind:
        raise UndecodableError("binary", f"the bytes begin with the mark {kind!r} of another kind of file")
    mark = bom_of(data)
    if mark:
        return _strict(data, mark) or _refuse(f"the byte-order mark says {mark}, but the bytes do not fit it")
    if b"\x00" in data[:4096]:
        return _utf16(data)
    declared = _DECLARED.search(data[:4096]) if html else None
    if declared:
        label = declared[1].decode("ascii").lower()
        wanted = "utf-8" if "utf" in label else "windows-1252" if label in _AS_1252 else label
        text = _strict(data, wanted) if "escape" not in wanted else None
        if text is not None:
            return text
    text = _strict(data, "utf-8")
    return text if text is not None else detect(data)


def detect(data: bytes) -> str:
    """The text of bytes that are not UTF-8. Raises UndecodableError.

    Few high bytes mean a Western text: windows-1252 is tried first there, since statistics cannot tell it from
    its neighbours on a handful of bytes. Everything else is left to charset-normalizer.
    """
    high = sum(byte > 0x7F for byte in data[:200_000])
    if high <= _FEW * min(len(data), 200_000):
        western = _strict(data, "windows-1252")
        if western is not None:
            return western
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:200_000]).best()
    if best is not None:
        text = _strict(data, best.encoding)
        if text is not None:
            return text
    return _refuse("the bytes are neither UTF-8 nor text in any charset that could be told")


def _utf16(data: bytes) -> str:
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if half and max(even, odd) > 0.4 * half and min(even, odd) < 0.05 * half:
        text = _strict(data, "utf-16-le" if odd > even else "utf-16-be")
        if text is not None:
            return text
    raise UndecodableError("binary", "the bytes are filled with NUL")


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except (UnicodeDecodeError, LookupError):
        return None


def _refuse(what: str) -> str:
    raise UndecodableError("encoding", what)
