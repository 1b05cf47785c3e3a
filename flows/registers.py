"""How the reader is addressed: "Anda", and "kamu" for a child who writes "aku"."""

import re

_AT_A_START = re.compile(r"(^|[.?!:\n] ?)Anda\b")
_ANYWHERE = re.compile(r"\bAnda\b")


def as_to_a_child(text: str) -> str:
    """Give a text of the catalogue as it is said to a child."""
    return _ANYWHERE.sub("kamu", _AT_A_START.sub(r"\1Kamu", text))
