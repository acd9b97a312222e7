"""Metadata, page address, date line, mail addresses and copyright lines -> the outlet and its domain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol
from urllib.parse import urlsplit


class Named(Protocol):
    """What an outlet resolver gives: anything with a name."""

    @property
    def name(self) -> str: ...


class OutletFinder(Protocol):
    """The part of the `who` resolver that is asked here."""

    def outlet(self, name: str) -> Named | None: ...


_MAIL = re.compile(r"[\w.+-]+@((?:[\w-]+\.)+[a-z]{2,})", re.IGNORECASE)
_HANDLE = re.compile(r"(?<![\w.])@(\w{3,30})")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[\s©:]*(?:\(c\))?\s*(?:copyright\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?)?[\s,]*(?:by )?"
    r"(?P<name>[A-Z][\w&.’' -]{2,60}?)(?:,? (?P<firm>LLC|L\.L\.C|Inc|Ltd|Limited|Corp|Company|Co|PLC|L\.P|LP|Group|Network|S\.A)\b\.?|[,.;]|\s+all rights|$)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:Times|Post|News|Herald|Journal|Tribune|Press|Gazette|Daily|Chronicle|Paper|Star|Sun|Globe|Observer|Mail|"
    r"Courier|Examiner|Standard|Telegraph|Monitor|Bulletin|Record|Review|Magazine|Weekly|Radio|Broadcasting|Agency|Dispatch)\b"
)
_PICTURES = re.compile(
    r"\b(?:getty|shutterstock|alamy|istock|epa|zuma|creators|king features|syndicate|content agency)\b", re.I
)
_DOMAIN = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/?", re.IGNORECASE)
_ASIDE = re.compile(
    r"\s*(?:\([^)]*\)|[-–|:] (?:News|Online|Web|Editorial|Opinion|World|Politics|U\.?S\.?|International)\b.*| Online News| Online)\s*$",
    re.I,
)


def domain_of(url: str | None) -> str | None:
    """The host of an address in lower case without "www.", or None."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    host = (host or "").lower().removeprefix("www.")
    return host if "." in host and " " not in host else None


def by_domain(domain: str | None, who: OutletFinder) -> str | None:
    """The outlet that publishes under a domain or one of the domains above it, or None."""
    while domain and "." in domain:
        actor = who.outlet(domain)
        if actor is not None:
            return actor.name
        domain = domain.split(".", 1)[1]
    return None


def canonical(name: str, who: OutletFinder) -> str:
    """The outlet's usual name when it is known (also without an aside such as "(Online)"), else the name as given."""
    name = name.strip()
    if _DOMAIN.fullmatch(name):
        domain = domain_of(name) or name
        return by_domain(domain, who) or domain
    for form in (name, _ASIDE.sub("", name)):
        actor = who.outlet(form)
        if actor is not None:
            return actor.name
    return name


def from_removed(lines: Iterable[tuple[str, str]], who: OutletFinder) -> str | None:
    """The outlet that contact, follow and copyright lines name. lines: (reason, words) of what was taken out.

    A mail address and a handle count only when the outlet behind them is known; a copyright line also names
    a paper that is not, when it calls itself one. Names of picture agencies and syndicates do not count.
    """
    kept = [
        (reason, line) for reason, line in lines if reason in ("contact", "share", "copyright", "credits")
    ]
    for _, line in kept:
        for domain in _MAIL.findall(line):
            name = by_domain(domain.lower(), who)
            if name:
                return name
    for reason, line in kept:
        match = _RIGHTS.search(line) if reason == "copyright" else None
        if match and not _PICTURES.search(line):
            name = match["name"].strip(" .,")
            actor = who.outlet(name)
            if actor is not None:
                return actor.name
            if _PAPER.search(name) and len(name.split()) <= 6:
                return name
    for _, line in kept:
        for handle in _HANDLE.findall(line):
            actor = who.outlet(handle)
            if actor is not None:
                return actor.name
    return None
