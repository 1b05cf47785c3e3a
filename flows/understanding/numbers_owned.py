"""Whose a number is, by the words around it: the writer's own, the victim's, or of whoever recruits."""

import re

from flows.understanding.phones import Phone, find_phones

# these look through lowered text: a pattern that need not fold letters costs a fifth
_OWN_NUMBER = re.compile(
    r"(?:hubungi|kontak|telp(?:on)?|telepon|wa|hp|no(?:mor|mer)?|nope|call|contact|reach|balas)\s*"
    r"(?:hp|wa|nya|ke|di|at)?\s*(?:saya|sy|aku|kami|me|my|us|i)\b|\bmy (?:number|phone)|"
    r"\b(?:no(?:mor|mer)?|hp|wa) (?:saya|sy|aku|ku)\b|nomorku|hpku|noku",
)
_CALL_HERE = re.compile(
    r"\b(?:telp(?:on)?|tlp|telepon|hubungi|wa|chat|call)\s+(?:aja|saja|langsung|me)\s*(?:ke|di|at|on)?\s*(?:nomor|no)?\s*(?:ini)?\s*$",
)
_OWN_AFTER = re.compile(
    r"[ \t]*(?:\((?:no(?:mor)?|wa|hp)? ?(?:saya|sy|aku)\b|"
    r"(?:itu |ini )?(?:no(?:mor|mer)?|wa|hp) ?(?:hp |wa )?(?:saya|sy|aku)\b(?!\W*[+\d])|"
    r"(?:itu |ini )?(?:saya|sy)\s*(?:[,.)\n]|$))",
)
_VICTIM_NUMBER = re.compile(
    r"(?:no(?:mor|mer)?|hp|wa|nope)\s*(?:hp|wa|nya)?\s*"
    r"(?:adik|adek|kakak|anak|istri|suami|korban|ibu|bapak|ponakan|sepupu|dia di)",
)
# "by whatsapp yes, +31 ...", "yes on whatsapp +31 ...", "I already said, whatsapp +31 ..."
_LET_CALL = re.compile(
    r"\b(?:by|on|via|through) (?:whatsapp|wa|phone|text|telegram)\W+(?:yes|ok|okay|please|is fine)\W+$|"
    r"\b(?:yes|ok|okay|sure|already said|told you)\W+(?:(?:by|on|via|my|it's)\W+)?"
    r"(?:whatsapp|wa|phone|text|telegram)\W+$"
)
_SAID_TO_BE_MINE = re.compile(
    r"[ \t]*(?:\(|,|that |this |which )*(?:is |it's |that's |was )?(?:my (?:own )?(?:number|phone|whatsapp|wa)|mine)\b"
)
_FAR, _FAR_AFTER = 45, 40  # characters


def whose_phone(text: str, phone: Phone, since: int) -> str:
    """Give `contact`, `victim_phone` or `recruiter_phone` by the words around a number, from `since` on."""
    # "nomor calo 081... nomor saya 087...": what stands before the next number belongs to that one
    before, after = _around(text, phone, since)
    if _is_surely_own(before, after) or _OWN_AFTER.match(after):
        return "contact"
    if _OWN_NUMBER.search(before) or _CALL_HERE.search(before):
        return "contact"
    return "victim_phone" if _VICTIM_NUMBER.search(before) else "recruiter_phone"


def gives_ones_own(text: str) -> bool:
    """Say whether a text plainly gives its writer's own number, whoever else it speaks of."""
    return any(_is_surely_own(*_around(text, phone, 0)) for phone in find_phones(text))


def _around(text: str, phone: Phone, since: int) -> tuple[str, str]:
    """Give what stands near before a number, from `since` on, and near after it, in small letters."""
    before = text[max(since, phone.start - _FAR) : phone.start]
    return before.lower(), text[phone.end : phone.end + _FAR_AFTER].lower()


def _is_surely_own(before: str, after: str) -> bool:
    return bool(_LET_CALL.search(before) or _SAID_TO_BE_MINE.match(after))
