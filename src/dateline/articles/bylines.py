"""Metadata fields, "By ..." lines and lines to write to -> the names of the writers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.articles.lines import NAME

_BY = re.compile(r"(?:story |written |reported |posted |words )?by:? +(?P<names>.+)", re.IGNORECASE)
_SPLIT = re.compile(r"\s*(?:;|\||/|,? and |,? & |, | with )\s*", re.IGNORECASE)
_CONTACT = re.compile(
    rf"(?:(?:[Ww]rite to|[Cc]ontact|[Ee]-?mail|[Rr]each|[Ff]ollow|comments? to|tips? to|[Cc]omments to)\s+(?P<name>{NAME})"
    rf"(?:\s*[:,(]|\s+(?:at|on|via)\b))|^(?P<sign>{NAME}) (?:(?:can|may) be (?:reached|contacted|followed)|reported from)\b"
)
_NO_PERSON = re.compile(
    r"\b(?:staff|wires?|agenc(?:y|ies)|news|press|times|post|desk|editors?|editorial|board|team|reuters|associated|"
    r"correspondents?|writers?|reporters?|bureau|service|services|tribune|today|online|media|admin|network|"
    r"contributors?|columnist|special|cnn|bbc|npr|politico|fox|msnbc|guest|twitter|us|me|him|her|them)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"\s*(?:[,|–—-]\s*|\()(?:the |an? )?(?:[\w’' .&]+ )?(?:correspondent|reporter|editor|writer|staff|columnist|bureau|contributor|producer|analyst|director)\b.*$",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(rf"{NAME}$")


def names_in(value: str) -> tuple[str, ...]:
    """The people in a byline field or line, in order, once each; organisations and roles are left out."""
    value = re.sub(r"https?://\S+|\S+@\S+|@\w+", " ", value)
    match = _BY.match(value.strip())
    value = match["names"] if match else value
    value = re.split(
        r"\s*(?:[|•·]|\bfor\b(?= [A-Z])|\bin\b(?= [A-Z])|\b(?:updated|published|posted|on)\b[: ])", value
    )[0]
    names: list[str] = []
    for part in _SPLIT.split(value):
        name = _ROLE.sub("", part).strip(" .,\"“”'")
        if name.isupper():
            name = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), name)
        if is_person_name(name) and name not in names:
            names.append(name)
    return tuple(names)


def is_person_name(name: str) -> bool:
    """Whether the string has the form of a person's full name: two to five capitalised words, no word of trade."""
    if name.startswith("The "):
        return False
    return 2 <= len(name.split()) <= 5 and bool(_FULL_NAME.match(name)) and not _NO_PERSON.search(name)


def byline_line(line: str) -> tuple[str, ...]:
    """The names in a line that is nothing but a byline ("By Ann Example, The Paper"); empty for any other line."""
    if len(line) > 160 or not _BY.match(line):
        return ()
    rest = _BY.sub(r"\g<names>", line)
    return names_in(line) if rest[:1].isupper() and not line.endswith(("?", "!")) else ()


def name_to_write_to(lines: Iterable[str]) -> str | None:
    """The one person that contact and follow lines name, or None."""
    found: list[str] = []
    for line in lines:
        for match in _CONTACT.finditer(line):
            name = match["name"] or match["sign"]
            if is_person_name(name) and name not in found:
                found.append(name)
    return found[0] if len(found) == 1 else None
