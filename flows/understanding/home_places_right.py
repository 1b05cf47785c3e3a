"""A village or town put right in the very message that tells it: "di praya. eh bukan praya, puyung"."""

import re

from flows.understanding.folding import fold
from flows.understanding.home_places import is_home_place

_TAKING_BACK = r"(?:(?:eh+|oh|aduh|duh|maaf|maap|sori|sorry)[\s,.]+)"
_MEANT = (
    r"(?:salah|slh|ralat|koreksi|typo|keliru|maksud(?:nya|ku|\s+(?:sy|saya|aku))?)"
    r"(?:\s+(?:ketik|tulis|sy|saya|pak|bu))*"
)
_NOT = r"(?:bukan|bkn)"
_AT = r"(?:(?:di|d|ke|desa|ds|dari|dr)\s+)?"
_BUT = r"(?:(?:tapi|tp|tetapi|melainkan|maksudnya|yg\s+bener|yang\s+benar)\s+)?"
_NAME = r"[^\W\d_]{3,}(?:\s+[^\W\d_]{3,}){0,2}"
_RIGHT = re.compile(
    rf"(?<![^\W_])(?P<wrong>{_NAME})(?P<cue>[\s,.]+(?:"
    rf"{_TAKING_BACK}*{_NOT}\s+{_AT}(?P<denied>{_NAME})[\s,.]+{_BUT}{_AT}|"
    rf"{_TAKING_BACK}*{_MEANT}[\s,.]+{_AT}|{_TAKING_BACK}*{_NOT}\s*[,.]+\s*{_AT}|eh+[\s,.]+{_AT}"
    rf"))(?P<right>{_NAME})",
    re.IGNORECASE,
)
# looked for first: a text without any of these puts nothing right
_CUES = (" eh", ".eh", ",eh", "bukan", "bkn", "salah", "slh", "ralat", "koreksi", "typo", "keliru", "maksud")


def with_home_places_right(text: str) -> str:
    """Give a text in which a place of the province that is put right at once stands as it should have been.

    "kosnya di praya. eh bukan praya, puyung" gives "kosnya di puyung"; every other text is given as it is.
    """
    lowered = text.lower()
    if not any(cue in lowered for cue in _CUES):
        return text
    for match in _RIGHT.finditer(text):
        wrong, right = _last_place(match["wrong"]), _first_place(match["right"])
        denied = match["denied"]
        if wrong and right and (not denied or fold(denied) == fold(wrong)) and fold(wrong) != fold(right):
            begins = match.end("wrong") - len(wrong)
            return text[:begins] + right + text[match.start("right") + len(right) :]
    return text


def _last_place(said: str) -> str:
    words = said.split()
    return next(
        (one for at in range(len(words)) if is_home_place(one := " ".join(words[at:])) and said.endswith(one)), ""
    )


def _first_place(said: str) -> str:
    words = said.split()
    ends = range(len(words), 0, -1)
    return next((one for end in ends if is_home_place(one := " ".join(words[:end])) and said.startswith(one)), "")
