"""How people put something right: the words that say so, and the sentence as it should have been."""

import itertools
import re

from flows.folding import fold

CUES = frozenset(["salah", "ralat", "koreksi", "keliru", "typo", "maksudnya", "correction", "wrong", "mistake"])
"""Words that say that something was wrong."""
SENTENCE_END = re.compile(r"[.!?]\s")
_NO_CUES = frozenset(("salah", what) for what in ("paham", "sangka", "pencet", "sambung"))
_NOT_WRONG = frozenset(fold("tidak takut takutnya khawatir"))  # "kl gak salah", "takut salah"
CUE_PHRASES = (
    *itertools.product(("yang", "yg"), ("benar", "bener", "betul")),
    ("bkn",),
    ("maksud", "saya"),
    ("i", "mean"),
    ("eh", "bukan"),
    ("bukan",),
    ("saya", "salah"),
)
"""Words that say so side by side, or alone in few words."""
_NOT_THIS_FIGURE = re.compile(
    r"\b(?:bukan|not|bkn)\s+(?P<wrong>\d{1,3})(?:\s*,\s*|\s+)"
    r"(?:(?:jadi|jd|tapi|tp|melainkan|harusnya|seharusnya|but)\s+)?(?P<right>\d{1,3})\b(?!\s*(?:jt|juta|rb|ribu)\b)",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(
    r"\b(?:bukan|not|bkn)\s+(?P<wrong>[^,.]{2,60}?)[\s,.]+"
    r"(?:tapi|tp|tetapi|melainkan|but|yang benar|yg bener|maksudnya)\s+(?P<right>.{2,200})",
    re.IGNORECASE,
)
_NOT_THIS_THAT = re.compile(
    r"^(?:\w+\s+)?(?:bukan|not|bkn)\s+(?P<wrong>[^,.]{2,30}),\s*(?P<right>[^,.]{2,60})$", re.IGNORECASE
)
_THIS_NOT_THAT = re.compile(r"(?P<right>.{2,200}?)[\s,.]+(?:bukan|not|bkn)\s+(?P<wrong>[^,.]{2,60})", re.IGNORECASE)
_TITLE_DOT = re.compile(r"\b(h|hj|tgh|ust|drs?|bpk)\.\s+(?=\w)", re.IGNORECASE)  # its dot ends no sentence
_SAID_TWICE = re.compile(r"\b(\w{3,})[.,]\s+(?=\1\s)", re.IGNORECASE)  # "bukan Denpasar, Kuta. Kuta Bali"
_WRONG_THEN = re.compile(
    r"^(?P<wrong>[^,.]{2,40}?)\s+(?:itu|tuh)\s+(?:salah|keliru)\b[\s,.]+(?P<right>[^.]{2,100})", re.IGNORECASE
)
LEAD = re.compile(
    r"^(?:(?:eh+|oh+|o|iya|ya|min|maaf|sori|sorry|aduh|ralat|koreksi|salah|maksud(?:nya)?|saya|i mean)[\s,.:]+)+",
    re.IGNORECASE,
)
"""What people say before they put something right."""


def has_cue(text: str) -> bool:
    """Say whether something is put right: "eh salah, 22", "maksudnya batam", not "takut salah" and "salah satunya"."""
    words = fold(text[:400])
    pairs = set(itertools.pairwise(words))
    words = tuple(word for at, word in enumerate(words) if not (word == "salah" and _NOT_WRONG & {*words[at - 1 : at]}))
    is_one_of = "salah" in words and any(word.startswith("satu") for word in words)  # "salah satunya masih SMP"
    if is_one_of or not _NO_CUES.isdisjoint(pairs):
        return False
    return bool(CUES & set(words)) or any(
        (phrase[0] in words if len(phrase) == 1 else phrase in pairs) for phrase in CUE_PHRASES
    )


def parts(text: str) -> tuple[str, str, str]:
    """Give the sentence as it should have been, its new words and the wrong ones."""
    plain = _SAID_TWICE.sub("", _TITLE_DOT.sub(r"\1 ", LEAD.sub("", text[:400])))
    for pattern in (_WRONG_THEN, _NOT_BUT, _NOT_THIS_THAT, _NOT_THIS_FIGURE, _THIS_NOT_THAT):
        match = pattern.search(plain)
        if match:
            # what stands before "bukan" is the last sentence before it
            right = SENTENCE_END.split(match["right"])[-1 if pattern is _THIS_NOT_THAT else 0].strip()
            # what stood before tells what it is about: "berangkatnya bukan besok tapi lusa"
            return f"{plain[: match.start()]}{right}".strip(), right, match["wrong"].strip()
    return plain, plain, ""
