"""Receipts as people write them: sixteen digits, spaced, dashed, or in the digits of another script."""

import re
import unicodedata

DIGITS = 16
_RUN = re.compile(r"(?<!\d)\d(?:[ .\-\u00a0]{0,3}\d){15}(?!\d)")


def receipts_in(text: str) -> tuple[str, ...]:
    """Give every receipt that could stand in a text, as bare digits."""
    if len(text) < DIGITS:
        return ()
    text = text[:2000]
    plain = text if text.isascii() else "".join(map(_plain_digit, text))
    return tuple("".join(char for char in match if char.isdigit()) for match in _RUN.findall(plain))


def _plain_digit(char: str) -> str:
    if char.isascii() or not char.isdecimal():
        return char
    return str(unicodedata.digit(char))


def spaced(receipt: str) -> str:
    """Write a receipt in groups of four, as it is read aloud."""
    return " ".join(receipt[place : place + 4] for place in range(0, len(receipt), 4))
