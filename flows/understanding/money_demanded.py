"""Money that is demanded for letting somebody go: "boss want 8,000 usd to let him go", "tebusannya 30 juta"."""

import re

from flows.understanding.money import find_money

DEMANDED = "tebusan diminta"
"""What stands behind a sum that is asked for somebody's freedom."""
_FAR = 60  # characters
_CHEAP = re.compile(
    r"ebus|ransom|pulang|plang|plg|keluar|kluar|balik|bebas|lepas|let |release|free|culik|sekap|nyekap|leave|go home"
)
_PAID = r"(?:di)?(?:bayar|byr|kirim|transfer|trf|tf|setor|tebus|paid|sent)\w*"
_BY_NOW = r"(?:sudah|udah|udh|sdh|dah|telah|terlanjur|telanjur|already)"
_RANSOM = re.compile(
    r"\b(?:(?:di|me?)?(?:n|t)ebus(?:in|kan|an)?(?:nya)?|(?:uang|duit)\W+tebus\w*|ransom)\W+(?:\w+\W+){0,4}$"
)
_FOR_RANSOM = re.compile(
    r"^\W*(?:(?:buat|untuk|utk|uang|sebagai|sbg|as|a|in)\W+){0,2}(?:(?:me?)?nebus|tebus\w*|ransom)\b"
)
_ASKED = (
    r"(?:(?:di|me?)?minta\w*|mintak|(?:di|me?|ny)?suruh|nyuruh|mesti|harus|hrs|wajib|kudu|want(?:s|ed)?|ask(?:s|ed|ing)?|"
    r"demand(?:s|ed|ing)?|have to|has to|must|need to|baru boleh|ancam\w*|pinalti|penalty|denda\w*)"
)
_FREE = (
    r"(?:pulang|plang|plg|keluar|kluar|balik|bebas|dibebaskan|dibebasin|lepas|dilepas\w*|dilepasin|"
    r"go home|leave|get out|be free|go free)"
)
_MAY = r"(?:boleh|bisa|bs|blh)"
_IF_FREE = (
    rf"(?:(?:kalau|kalo|klo|klu|kl|jika|if|mau|mo|pengen|biar|supaya|agar|untuk|buat|utk|{_MAY}|to)\W+){{1,3}}"
    rf"(?:\w+\W+)?{_FREE}"
)
_TO_FREE = re.compile(
    rf"^\W*(?:(?:rp|rupiah|dulu|dl|katanya|ktnya|baru|br|juga)\W+){{0,3}}"
    rf"(?:{_IF_FREE}|(?:baru|br)\W+(?:\w+\W+){{0,2}}?(?:{_MAY}|di)\W*(?:\w+\W+)?{_FREE}|"
    r"(?:to\W+|before\W+)(?:\w+\W+){0,2}(?:let|release|free)\b)"
)
_FREE_BEFORE = re.compile(rf"\b{_IF_FREE}\W+(?:\w+\W+){{0,4}}?(?:{_ASKED}|bayar|byr|pay|ganti)\W+(?:\w+\W+){{0,4}}$")
_ASKED_BEFORE = re.compile(rf"\b{_ASKED}\W+(?:\w+\W+){{0,4}}$")
_BY_CAPTORS = re.compile(
    r"\b(?:penculik\w*|penyekap\w*|(?:yg|yang) ny(?:ulik|ekap)|kidnappers?|captors?)\W+(?:\w+\W+){0,3}?"
    rf"{_ASKED}\W+(?:\w+\W+){{0,3}}$"
)
_PAID_BEFORE = re.compile(rf"\b(?:{_BY_NOW}|we|kami|have)\W+(?:\w+\W+){{0,2}}?{_PAID}\W+(?:\w+\W+){{0,4}}$")
_PAID_AFTER = re.compile(rf"^\W*(?:(?:itu|tu|nya|pun)\W+)?(?:{_BY_NOW}|was)\W+(?:\w+\W+)?{_PAID}")


def demands(text: str, value: str) -> bool:
    """Say whether a text asks this very sum for letting somebody go."""
    if not _CHEAP.search(text.lower()):
        return False
    return any(
        money.value == value
        and _is_demanded(
            text[max(0, money.start - _FAR) : money.start].lower(), text[money.end : money.end + _FAR].lower()
        )
        for money in find_money(text)
    )


def _is_demanded(before: str, after: str) -> bool:
    """Say by the lowered text before and after a sum whether it is asked for somebody's freedom, and not paid yet."""
    if _PAID_BEFORE.search(before) or _PAID_AFTER.match(after):
        return False
    if _RANSOM.search(before) or _FOR_RANSOM.match(after) or _BY_CAPTORS.search(before) or _FREE_BEFORE.search(before):
        return True
    return bool(_ASKED_BEFORE.search(before) and _TO_FREE.match(after))
