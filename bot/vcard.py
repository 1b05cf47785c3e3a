"""Reads what a shared contact card tells: a name and its phone numbers, and nothing else of it."""

import re
from typing import Final

from flows.cleaning import clean_text
from flows.said import ContactCard

CAP_BYTES: Final = 64 * 1024
"""A card with a portrait is larger; its numbers stand before the picture."""
_MOST_PHONES: Final = 10
_LONGEST_NAME, _LONGEST_PHONE = 200, 40
_FOLDED = re.compile(r"\r?\n[ \t]")
_ESCAPED = re.compile(r"\\([\\,;])")


def read_vcard(raw: bytes) -> ContactCard | None:
    """Read a vCard of any version; none where it holds neither name nor number."""
    lines = _FOLDED.sub("", raw[:CAP_BYTES].decode("utf-8", "replace")).splitlines()
    name, spare = "", ""
    phones: list[str] = []
    for line in lines:
        key, _, value = line.partition(":")
        # "item1.TEL;type=CELL;waid=62811..." - the group in front and the parameters behind say nothing to us
        field = key.partition(";")[0].rpartition(".")[2].strip().upper()
        if field == "FN" and not name:
            name = _plain(value)
        elif field == "N" and not spare:
            spare = " ".join(part for part in reversed(_plain(value).split(";")[:2]) if part)
        elif field == "TEL" and len(phones) < _MOST_PHONES and (phone := _plain(value.removeprefix("tel:"))):
            phones.append(phone[:_LONGEST_PHONE])
    name = (name or spare)[:_LONGEST_NAME]
    return ContactCard(name, tuple(dict.fromkeys(phones))) if name or phones else None


def _plain(value: str) -> str:
    return clean_text(_ESCAPED.sub(r"\1", value)).strip()
