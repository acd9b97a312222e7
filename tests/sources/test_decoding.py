"""Bytes to text: marks, declarations, detection; nothing is ever dropped."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.sources.decoding import UndecodableError, decode

WESTERN = "The café’s owner — a “naïve” envoy — said it cost 5 €."
RUSSIAN = "Министр иностранных дел заявил в понедельник, что переговоры продолжатся на следующей неделе. " * 4


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_western_text_survives_its_charset(codec: str) -> None:
    assert decode(WESTERN.encode(codec)) == WESTERN


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_told_by_its_zeros(codec: str) -> None:
    assert decode(WESTERN.encode(codec)) == WESTERN


@pytest.mark.parametrize("codec", ["cp1251", "koi8-r", "utf-8"])
def test_a_cyrillic_charset_is_detected(codec: str) -> None:
    assert decode(RUSSIAN.encode(codec)) == RUSSIAN


@pytest.mark.parametrize("label", ["windows-1251", "WINDOWS-1251"])
def test_a_page_is_believed_about_its_charset(label: str) -> None:
    page = f'<html><head><meta charset="{label}"></head><body>{RUSSIAN[:40]}</body></html>'
    assert RUSSIAN[:40] in decode(page.encode("cp1251"), html=True)


def test_a_page_that_lies_about_its_charset_is_read_all_the_same() -> None:
    page = f'<meta charset="utf-8">{WESTERN}'
    assert WESTERN in decode(page.encode("cp1252"), html=True)
    page = f'<meta charset="no-such-thing">{WESTERN}'
    assert WESTERN in decode(page.encode("utf-8"), html=True)


@pytest.mark.parametrize("data", [b"\x00" * 100, b"GIF89a....", codecs.BOM_UTF16_LE + b"\x00\xd8\x41"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1))
def test_utf8_is_never_changed_but_for_its_normal_form(text: str) -> None:
    import unicodedata

    expected = unicodedata.normalize("NFC", text.removeprefix("\ufeff"))
    if not text.encode().startswith((b"%PDF", b"GIF8", b"PK\x03\x04", b"BZh")):
        assert decode(text.encode("utf-8")).removeprefix("\ufeff") == expected.removeprefix("\ufeff")


def test_no_text_carries_orders_to_a_terminal() -> None:
    assert decode(b"A red\x1b[31m word.\r\n") == "A red[31m word.\n"
