"""Firms that are named with PT, CV, LPK and the like: "PT nya Sinar Rejeki Abadi"."""

import re
from typing import NamedTuple, cast

from flows.understanding.firm_names import name_from
from flows.understanding.words import Words

# of "P.T" the two letters are words of their own
FIRM_MARKS = frozenset({"pt", "p", "cv", "c", "lpk", "lpks", "p3mi", "bkk", "yayasan", "ud", "ltd"})
_WRITTEN_MARKS = FIRM_MARKS | frozenset(f"{mark}nya" for mark in FIRM_MARKS)
"""Terms of which one stands in every message that names a firm so."""
_FIRM = re.compile(r"\b(P\.?T|C\.?V|LPKS|LPK|P3MI|BKK|Yayasan|UD)(?:\.|\b|(?=nya\b))", re.IGNORECASE)
# what stands between the mark and the name in "PT nya ada, Wahana Karya" and "ptnya namanya sinar jaya"
_LEAD = re.compile(
    r"(?P<its>[ -]?nya\b)?[ :=]*(?P<named>(?:namanya|bernama|nama|named|called)\b[ :=]*)?"
    r"(?:(?:itu|ini|adalah|yaitu|ada|ya|is)\b[ :=,]+)*",
    re.IGNORECASE,
)


class Firm(NamedTuple):
    """A firm: its name as an officer reads it, and where it stands in the text."""

    name: str
    start: int
    end: int


def marked_firms(words: Words) -> list[Firm]:
    """Give the firms named with PT, CV, LPK and the like, in order: as written, and where they stand in the text."""
    if _WRITTEN_MARKS.isdisjoint(words.written):
        return []
    if "marked_firms" not in words.found:
        marks = _FIRM.finditer(words.text)
        words.found["marked_firms"] = [firm for mark in marks if (firm := _named_after(words.text, mark))]
    return cast("list[Firm]", words.found["marked_firms"])


def _named_after(text: str, mark: re.Match[str]) -> Firm | None:
    lead = cast("re.Match[str]", _LEAD.match(text, mark.end()))
    is_led = lead["its"] or lead["named"]
    name = name_from(text, lead.end() if is_led else mark.end(), is_sure=not is_led or bool(lead["named"]))
    if name is None or (lead["its"] and not lead["named"] and " " not in name.said):
        return None  # "PT nya Resmi"
    if is_led and name.said.partition(" ")[0].lower() in FIRM_MARKS:
        return None  # "yayasannya Yayasan Bunga Melur": the next mark tells
    kind = mark[1].replace(".", "")
    kind = "Yayasan" if kind.lower() == "yayasan" else kind.upper()
    return Firm(f"{kind} {name.said}", mark.start(), name.end)
