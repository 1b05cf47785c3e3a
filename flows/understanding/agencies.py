"""Agencies that are named without a legal form: "travel Rihlah Barokah Tour", "Al Noor Manpower"."""

import re

from flows.understanding.firm_names import name_from
from flows.understanding.lexicon import word_set

_MARKS = (
    *("agensi", "agency", "agencies", "agen", "ejen", "travel", "tour", "tours", "biro", "manpower", "recruitment"),
    *("syarikat", "syarikah", "company", "perusahaan", "resources", "employment", "sdn", "ltd", "pte", "llc"),
)
AGENCY_MARKS = frozenset({*_MARKS, *(f"{mark}nya" for mark in _MARKS)})
"""One of these stands in a message that names such an agency."""
_NAME = r"[A-Z][\w'&-]+"
_KIND = (
    r"\b(?<!naik )(?i:agensi pekerjaan|agensi|agency|biro(?: perjalanan| jasa)?|travel|syarika[ht]|company|perusahaan)"
    r"(?i:[ ]?nya)?"
)
# a mark before the name: the name is all capitalised words after it
_LED = re.compile(rf"{_KIND}[ ]+(?:(?i:dia|namanya|nama|called|named|is|in)[ ]+)*({_NAME}(?:[ ]{_NAME}){{1,4}})")
# where it is said that it is a name it may be written small; so may an Arab firm
_NAMED = re.compile(
    rf"(?:\bnama[ ](?:agen[ ])?{_KIND}(?:[ ](?:itu|adalah))?|{_KIND}[ ](?:namanya|bernama|called|named)|"
    rf"{_KIND}(?=[ ]al[ -]))[ :=]+",
    re.IGNORECASE,
)
# a mark at the end of the name
_CLOSED = re.compile(
    rf"\b({_NAME}(?:[ ]{_NAME}){{0,3}}[ ](?:Agency|Manpower|Recruitment|Travel|Tours?|Resources|Employment|Services|"
    rf"(?i:(?:pte|co)\.? ltd|sdn\.? ?bhd|ltd|llc)))\b"
)

# so may one that ends as such firms do: "agency prima bakti resources"
_SMALL = re.compile(
    rf"(?:{_KIND}|\b(?i:agent|agen|ejen)(?:nya)?)[ ]+"
    rf"((?:[a-z][a-z'-]{{2,}}[ ]){{1,3}}(?:resources|manpower|recruitment|employment|services|"
    rf"solutions?|consulting|careers?|education|placement|outsourcing))\b"
)
_BY_LAW = re.compile(r"(?:ltd|bhd|llc|co)$", re.IGNORECASE)


def find_agency(text: str, *, far: frozenset[str]) -> tuple[str, int, int] | None:
    """Give the first agency that is named, and where it stands; `far` holds the names of countries and towns."""
    for pattern in (_CLOSED, _LED):
        for match in pattern.finditer(text):
            name, start = match[1], match.start(1)
            first, _, rest = name.partition(" ")
            while rest and first.casefold() in far and not _BY_LAW.search(name):  # "company in Kuwait Al Noor Manpower"
                start += len(first) + 1
                name, (first, _, rest) = rest, rest.partition(" ")
            if rest:
                return name, start, match.end(1)
    return _named_small(text)


def _named_small(text: str) -> tuple[str, int, int] | None:
    """Read "nama travelnya hijrah mulia" and "syarikah al noor"; one word alone may be anything."""
    for lead in _NAMED.finditer(text):
        name = name_from(text, lead.end())
        if name and " " in name.said:
            return name.said, lead.end(), name.end
    small = _SMALL.search(text)
    if small and word_set("indonesian").isdisjoint(small[1].split()):
        return small[1].title(), small.start(1), small.end(1)
    return None
