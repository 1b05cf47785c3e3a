"""Make any text safe to keep: nothing a database, a spreadsheet or a sealed file would choke on."""

import re
import unicodedata

# NUL: PostgreSQL refuses it. Lone surrogates: no driver can encode them. The other C0 controls: a spreadsheet
# refuses the whole sheet for one of them. Tab and newline stay; bidi and zero-width marks stay too, they are what
# was written, and the desk shows them as visible marks.
_UNKEEPABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?")


def clean_text(text: str) -> str:
    """Give `text` with what cannot be kept taken out, line ends as newlines, composed to NFC.

    Cleaning twice gives the same as cleaning once. NFC and never NFKC: one character can grow eighteenfold there.
    """
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _UNKEEPABLE.sub("", _LINE_ENDS.sub("\n", text)))


def cut_utf8(text: str, size_bytes: int) -> str:
    """Give the longest beginning of `text` that takes at most `size_bytes` in UTF-8, no character torn."""
    raw = text.encode("utf-8", "replace")
    return text if len(raw) <= size_bytes else raw[:size_bytes].decode("utf-8", "ignore")
