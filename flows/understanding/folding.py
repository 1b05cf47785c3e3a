"""Characters made comparable: case, diacritics, look-alikes, invisible marks and repeated letters."""

import re
import unicodedata

# Letters of other scripts and phone fonts that are drawn like Latin ones; NFKD alone does not join them.
# Source: Unicode confusables table (public data), the rows that end in a-z.
_LOOK_ALIKES = str.maketrans(
    {
        "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "ё": "e", "һ": "h", "і": "i", "ї": "i", "ј": "j",
        "к": "k", "ӏ": "l", "м": "m", "н": "h", "о": "o", "р": "p", "ԛ": "q", "г": "r", "ѕ": "s", "т": "t",
        "у": "y", "х": "x", "ԝ": "w", "α": "a", "β": "b", "ε": "e", "η": "n", "ι": "i", "κ": "k", "ν": "v",
        "ο": "o", "ρ": "p", "τ": "t", "υ": "u", "χ": "x", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss",
        "æ": "ae", "œ": "oe", "ʼ": "", "’": "", "‘": "", "'": "", "`": "", "´": "", "@": "a", "$": "s",
    }
)  # fmt: skip
_LEET = str.maketrans("0134579", "oieasтg".replace("т", "t"))
_LONG_RUN = re.compile(r"(.)\1{2,}")
_ANY_RUN = re.compile(r"(.)\1+")


def fold(raw: str) -> str:
    """Lower-case `raw` and strip what does not change the word: marks, invisible characters, odd alphabets."""
    if raw.isascii():
        return raw.lower().translate(_LOOK_ALIKES)
    spread = unicodedata.normalize("NFKD", raw).lower().translate(_LOOK_ALIKES)
    # digits that are no decimal ones (Ethiopic, in circles) count nothing: int() does not know them either
    return "".join(c for c in spread if c.isalpha() or c.isdecimal() or c in "-.")


def squeeze(word: str, *, hard: bool = False) -> str:
    """Shorten runs of a repeated letter: three or more to one, and with `hard` every pair too."""
    return (_ANY_RUN if hard else _LONG_RUN).sub(r"\1", word)


def unleet(word: str) -> str:
    """Read digits that stand for letters, as in d1kurung or t0long."""
    return word.translate(_LEET)


def skeleton(word: str) -> str:
    """Keep the consonants only, as hurried writers do (tlng, dsekp)."""
    return "".join(c for c in word if c not in "aeiou")
