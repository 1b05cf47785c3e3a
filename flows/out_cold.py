"""Whether a line tells of somebody who does not wake, breathe or move now: "melki su nda sadar"."""

from flows.folding import fold
from flows.understanding.mentions import read_mentions
from flows.understanding.words import read_words

_CUES = frozenset(fold(
    "sadar sadarkan siuman pingsan koma sekarat kejang kejang2 napas nafas bernapas bernafas semaput gerak bergerak"
    " bangun bangun2 breathing unconscious wake waking seizure seizures"
))  # fmt: skip
_LOOKED_AT = 1_000  # characters


def tells_of_one_out_cold(text: str) -> bool:
    """Read "dia pingsan blm bangun2", not "sy ga sadar kalo ditipu" and "dia pingsan ga pak?"."""
    if _CUES.isdisjoint(fold(text[:_LOOKED_AT])):
        return False
    mentions = read_mentions(read_words(text[:_LOOKED_AT]))
    return mentions.has("OUT_COLD") and not mentions.has("PAST", "RESOLVED", "FICTION", "PET", "QMARK")
