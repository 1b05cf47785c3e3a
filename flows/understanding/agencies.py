"""Agencies that are named without a legal form: "travel Rihlah Barakah Tour", "Al Noor Manpower"."""

import re

AGENCY_MARKS = frozenset({
    *("agensi", "agency", "agencies", "agen", "ejen", "travel", "tour", "tours", "biro", "manpower", "recruitment"),
    *("syarikat", "company", "perusahaan", "resources", "employment"),
})  # fmt: skip
"""One of these stands in a message that names such an agency."""
_NAME = r"[A-Z][\w'&-]+"
# a mark before the name: the name is all capitalised words after it
_LED = re.compile(
    rf"\b(?<!naik )(?i:agensi pekerjaan|agensi|agency|biro(?: perjalanan)?|travel|syarikat|company|perusahaan)[ ]+"
    rf"(?:(?i:dia|nya|namanya|nama|called|named|is|in)[ ]+)*({_NAME}(?:[ ]{_NAME}){{1,4}})"
)
# a mark at the end of the name
_CLOSED = re.compile(
    rf"\b({_NAME}(?:[ ]{_NAME}){{0,3}}[ ](?:Agency|Manpower|Recruitment|Travel|Tours?|Resources|Employment|Services))\b"
)


def find_agency(text: str, *, far: frozenset[str]) -> tuple[str, int, int] | None:
    """Give the first agency that is named, and where it stands; `far` holds the names of countries and towns."""
    for pattern in (_CLOSED, _LED):
        for match in pattern.finditer(text):
            name, start = match[1], match.start(1)
            first, _, rest = name.partition(" ")
            while rest and first.casefold() in far:  # "company in Kuwait Al Noor Manpower"
                start += len(first) + 1
                name, (first, _, rest) = rest, rest.partition(" ")
            if rest:
                return name, start, match.end(1)
    return None
