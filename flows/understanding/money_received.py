"""Money that went to the victim's side: "ibunya dikasih 3 juta", "dia kasih saya uang 2 juta"."""

import re

_KIN = (
    r"(?:keluarga|ortu|or(?:an)?g ?tua|ibu|ibuk|bapak|bpk|bapa|ayah|mama|mamak|emak|mak|suami|istri|bini|kakek|nenek|"
    r"papuq|inaq|amaq|anak|adik|adek|kakak|paman|bibi|mertua)(?:nya|ku| nya| saya| sy| aku| kami| kita)?"
)
_FAMILY = re.compile(rf"\b(?:{_KIN}|kami|kita|kmi|qt)\b")
_SELF = r"(?:saya|sy|sya|aku|aq|gw|gue|kami|kita|tiang|kaku|nahu|mada)"
_ANOTHER = re.compile(
    r"\b(?:agen|agent|calo|sponsor|tekong|petugas|pegawai|kades|kadus|sekdes|polisi|polsek|imigrasi|oknum|bos|pl|mami|"
    r"perekrut|comblang|rt|majikan|mandor|orangnya)(?:nya)?\b"
)
_PERSON = re.compile(rf"\b(?:{_KIN}|{_SELF}|{_ANOTHER.pattern[2:-2]})\b")
# what may stand between a verb of giving and the sum
_OF_MONEY = (
    r"(?:(?:uang|duit|piti|kepeng|dana|fee|fit|saku|sangu|panjar|dp|dapur|mahar|muka|tunai|cash|kes|lagi|malah|dulu|"
    r"sebesar|sejumlah|dari|cuma|hanya|rp)\W+){0,3}$"
)
_WAS_GIVEN = re.compile(rf"\bdi(?:kasih?|kasi|beri|bri|ksh)(?:in|kan)?\W+{_OF_MONEY}")
_TOOK = re.compile(rf"\b(?:me?)?(?:n?terima|nerima|trima)\W+{_OF_MONEY}")
# "dulu dpt uang 6 juta dari haji"; "dapat gaji 6 juta dari bos" is a wage
_GOT = re.compile(
    rf"\b(?:dapat|dapet|dpt|dpet|dptin|got)\W+(?:uang|duit|piti|kepeng|panjar|dp|fee|dana|money)\W+{_OF_MONEY}"
)
_FROM = re.compile(r"^\W*(?:cash\W+|tunai\W+)?(?:dari|dr|dri|drpd|from|sama|sm)\b")
_RECRUITING = (
    r"(?:haji|h|hj|pak|bu|mas|mbak|bang|om|tante|agen\w*|calo\w*|sponsor\w*|tekong\w*|bos\w*|pl|mami|dia|"
    r"orang|org|mereka)"
)
# "duitnya 5 juta dikasih calo" may be given to them
_GIVEN_BY = re.compile(
    rf"^\W*(?:(?:itu|tu|dulu|memang|emang)\W+(?:yg\W+|yang\W+)?di(?:kasih?|kasi|beri)(?:in)?\W+|"
    rf"(?:yg\W+|yang\W+)?di(?:kasih?|kasi|beri)(?:in)?\W+(?=(?:sama|sm|oleh|dari|dr)\b))(?:(?:sama|sm|oleh|dari|dr)\W+)?{_RECRUITING}\b"
)
_GAVE = re.compile(
    rf"(?:\b(?P<giver>\w+)\W+)?(?:(?:sudah|udah|udh|sdh|dah|pernah)\W+)?"
    rf"\b(?:kasih?|kasi|ngasih?|beri|memberi)(?:in|kan)?\W+(?:ke\W+|kepada\W+)?(?P<whom>{_SELF}|{_KIN})"
    rf"(?:\W+(?:saya|sy|aku|nya))?\W+{_OF_MONEY}"
)
_GIVEN_TO = re.compile(
    r"^\W*(?:(?:itu|tu|yg|yang|malah|sudah|udah|udh|sdh|bukan|bkn|dibayar|ya|kak|pak|bu|min|uang|uangnya)\W+){0,7}"
    rf"di(?:(?:kasih?|kasi|beri|serahkan|bayar)(?:in|kan)?\W+(?:ke|kepada|kpd|buat|untuk|utk)|terima(?:\W+(?:sama|oleh))?)\W+"
    rf"(?P<whom>{_SELF}|{_KIN})\b"
)
_NOT_YET = re.compile(
    r"\b(?:janji\w*|dijanji\w*|mau|akan|bakal|belum|blm|tidak|gak|ga|ndak|tdk|kalau|klo|kalo|kata\w*|bilang\w*|nanti|ntar)\W+(?:\w+\W+)?$"
)
_ONESELF = frozenset({"saya", "sy", "sya", "aku", "aq", "gw", "gue", "tiang", "kaku", "nahu", "mada"})
_BY_SELF, _BY_FAMILY = "diterima", "diterima keluarga"


def received_by(before: str, after: str) -> str:
    """Give who received a sum, by the lowered text before and after it: "diterima keluarga", "" where it was not."""
    if given := _GIVEN_TO.match(after):
        return _of(given["whom"])
    if _GIVEN_BY.match(after) or (
        _FROM.match(after) and (got := _GOT.search(before)) and not _NOT_YET.search(before[: got.start()])
    ):
        return _by_whom(before)
    if (gave := _GAVE.search(before)) and gave["giver"] not in _ONESELF | {"kami", "kita", "belum"}:
        return _of(gave["whom"])
    if (was_given := _WAS_GIVEN.search(before)) and not _NOT_YET.search(before[: was_given.start()]):
        return _by_whom(before[: was_given.start()])
    if (took := _TOOK.search(before)) and not _NOT_YET.search(before[: took.start()]):
        persons = [one.group() for one in _PERSON.finditer(before[: took.start()])]
        return _of(persons[-1]) if persons and not _ANOTHER.fullmatch(persons[-1]) else ""
    return ""


def _by_whom(before: str) -> str:
    """Give whose side it is of which "dikasih" is told; who recruits is never asked of here."""
    persons = [one.group() for one in _PERSON.finditer(before)]
    if persons and _ANOTHER.fullmatch(persons[-1]):
        return ""
    return _of(persons[-1]) if persons else _BY_SELF


def _of(person: str) -> str:
    return _BY_FAMILY if _FAMILY.fullmatch(person) else _BY_SELF
