"""Sums told one after the other: one put right, a later total, and what is asked or was paid beside it."""

import re
from typing import NamedTuple

from flows.conversation import Answer, Origin
from flows.reading import Found
from flows.understanding.money import Money, find_money, find_sums
from flows.understanding.words import read_words

_LONGEST = 600  # characters
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_UNITS = {"miliar": 1_000_000_000, "juta": 1_000_000, "ribu": 1_000}
_BARE = re.compile(r"(?<![\w.,/+-])\d{1,3}(?:[.,]\d{1,3})?(?![\w/-]|[.,]\d)")
_NO_SUM_AFTER = re.compile(r"\s*(?:orang|org|tahun|thn|th|bulan|bln|hari|minggu|jam|menit|kali|x|anak|cewek|malam)\b")
_NO_SUM_BEFORE = re.compile(
    r"\b(?:tgl|tanggal|jam|pukul|umur|umurnya|usia|kamar|lantai|no|nomor|blok|kelas|kls|bulan|rt|rw)\W*$"
)
_OF_MONEY = re.compile(
    r"\d[.,]\d|\b\d*(?:juta|jt|ribu|rb)\b|\b(?:uang|duit|bayar|dibayar|rp|transfer|tf|setor|dp)(?:nya)?\b"
)
_DENIED = re.compile(r"\b(?:bukan|bkn|not|kok|apaan|masa|salah)\b\W+(?:\w+\W+){0,2}$")
_RIGHT_OUT = re.compile(
    r"\b(?:salah|ralat|koreksi|keliru|maksud\w*|ternyata|correction|wrong|bener|benar|betul)\b", re.IGNORECASE
)
_GUILT = re.compile(r"\b(?:saya|sy|aku|apa)\W+(?:\w+\W+)?salah\b|\bsalah\b[^.!\n]{0,20}\?")
_TOTAL = re.compile(
    r"\b(?:total|jumlah|semua|keseluruhan)(?:nya)?\W+(?:\w+\W+){0,3}$|\b(?:sudah|udah|udh|sdh|yg|yang|dah)\W+masuk\W+(?:\w+\W+)?$"
)
_MORE_ASKED = re.compile(r"\b(?:di)?minta\w*\W+(?:\w+\W+){0,2}$")
_AGAIN = re.compile(r"\W*(?:rupiah\W+)?(?:lagi|lg)\b")
_ASKED_AGAIN = re.compile(
    r"\b(?:(?:di)?minta\w*|nambah|tambah(?:an)?|suruh\w*|disuruh)\W+(?:(?:bayar|tf|transfer|uang|duit)\W+)?(?:lagi|lg|tambahan)\W+(?:\w+\W+)?$"
)
_PAID = re.compile(
    r"\b(?:sudah|udah|udh|sdh|uda|dah|already)\W+(?:\w+\W+)?(?:bayar|byr|dibayar|transfer|tf|ditransfer|setor|nyetor|kirim|paid)\w*\W+(?:\w+\W+)?$"
)
# "kami bayar masing2 5,5 juta"; "disuruh bayar", "belum bayar" and "majikan bayar" tell of no sum that was paid
_PAYING = re.compile(
    r"\b(?P<verb>(?:mem|m|ke)?bayar(?:in|kan)?|byr(?:in)?|(?:di)?(?:transfer|trf|tf)(?:in)?|(?:n|me)?(?:setor|yetor)(?:in|kan)?|"
    r"(?:me)?(?:ng)?lunas(?:in|i)|(?:k|ng|me?ng)irim (?:uang|duit)|paid|pay|wired)\W+(?:[^\W\d]\w*\W+){0,4}$"
)
_NOT_PAID = re.compile(
    r"\b(?:(?:di|me)?(?:suruh|nyuruh|minta)\w*|mintain|harus(?:nya)?|wajib|mesti|kudu|mau|akan|bakal|nanti|ntar|kalau|kalo|klo|kl|"
    r"biar|supaya|utk|untuk|buat|bisa|sanggup|boleh|belum|blm|blom|gak|ga|gk|nggak|ngga|tidak|tdk|ndak|endak|tanpa|jangan|"
    r"majikan|bos|bosnya|boss|mandor|toke|tauke|mereka|perusahaan|employer|they|must|should|to|not|never)\W+(?:(?!sudah|udah|udh|sdh)\w+\W+)?$"
)
# "klo batal hrs ganti 10jt": asked of who does not stay, beside what was asked before
_IF_THEY_LEAVE = re.compile(
    r"\b(?:kalau|kalo|klo|klu|kl|jika|bila|yg|yang|if)\W+(?:\w+\W+){0,3}?"
    r"(?:(?P<not_going>(?:gak|ga|gk|tidak|tdk|ndak|nggak)\W+(?:jadi|jd|ikut)|batal|dibatalin|batalin|mundur|cancel)|"
    r"(?P<leaving>pulang|plang|keluar|kluar|berhenti|resign|kabur|balik|cabut|quit|leave))\W+(?:\w+\W+){0,3}?"
    r"(?:ganti\w*|gnti|bayar\w*|byr|bayr|denda\w*|didenda|tebus\w*|nebus|setor|kena|minta|diminta|balikin|kembalikan|pay)\W+"
    r"(?:\w+\W+){0,3}$"
)
_AFTER_ALL = re.compile(r"\W*(?:\w+\W+)?(?:ding|deng)\b")
_PAID_IN = r"(?:masuk|dibayar|bayar|kebayar|ditransfer|transfer|tf|disetor|setor|dikirim|kekirim|lunas)\w*"
_PAID_AFTER = re.compile(
    rf"\W*(?:(?:ding|deng|aja|saja|kak|pak|bu|itu)\W+)*(?:yg\W+|yang\W+)?(?:sudah|udah|udh|sdh|dah|baru|br)\W+{_PAID_IN}"
)
_PAID_BEFORE = re.compile(
    rf"\b(?:baru|br)\W+(?:{_PAID_IN}\W+)?$|\b(?:sudah|udah|udh|sdh)\W+{_PAID_IN}\W+(?:baru|cuma|cm)\W+$"
)
_OWED = re.compile(
    r"\b(?:utang|hutang|ngutang|nyicil|kurang\w*|kekurangan\w*|(?:belum|blm|blom)\W+(?:di)?(?:bayar|byr|lunas|masuk)\w*)\b"
)
_OF_WAGES = re.compile(r"\b(?:gaji\w*|upah\w*|sebulan|perbulan|salary|wage)\b")
_REST_OWED = re.compile(r"\bsisa(?:nya)?\W+(?:\w+\W+){0,2}(?:utang|hutang|ngutang|nyicil|belum|blm)\b")
_NEAR_BEFORE, _NEAR_CUE = 25, 30  # characters
_ELLIPSIS = " … "  # between the words of two lines
_RECEIVED, _APART, _MOST = "(diterima", "; ", 3
_MORE = "diminta lagi "


class _Figure(NamedTuple):
    """A sum or a bare figure in a text: how it is written on a ticket, how much, and where it stands."""

    value: str
    amount: float
    start: int
    end: int
    is_bare: bool


def amount_of(value: str) -> float:
    """Give how much a value is, in its own currency: "Rp9,5 juta" is 9,500,000; 0 for none."""
    number = _NUMBER.search(value)
    if number is None:
        return 0
    unit = next((times for word, times in _UNITS.items() if word in value[number.end() :]), 1)
    digits = number[0].replace(",", ".") if unit > 1 else number[0].replace(".", "").replace(",", ".")
    return float(digits) * unit if digits.count(".") <= 1 else 0


def sum_put_right(value: str, text: str) -> str:
    """Give what holds after "8,5 bukan 9,5" or "kok uangnya 1jt, 8,5 min"; "" where the old sum is not denied."""
    told, apart, others_told = value.partition(_APART)
    figures = _figures(told, text[:_LONGEST])
    for at, one in enumerate(figures):
        if one.amount != amount_of(told) or not _DENIED.search(text[: one.start].lower()):
            continue
        others = [other for other in figures if other.amount != one.amount]
        before = [other for other in figures[:at] if other in others and one.start - other.end <= _NEAR_BEFORE]
        after = [other for other in figures[at + 1 :] if other in others]
        right = before[-1] if before else (after[0] if after else None)
        is_of_money = right is not None and not right.is_bare | one.is_bare
        is_of_money = is_of_money or bool(_OF_MONEY.search(text.lower()))
        return f"{right.value}{apart}{others_told}" if right and is_of_money else ""
    if _OF_WAGES.search(text.lower()):
        return ""
    right_part = _part_paid(told, figures, text.lower()) or _said_again(told, figures, text.lower())
    return f"{right_part}{apart}{others_told}" if right_part else ""


def _part_paid(told: str, figures: list[_Figure], text: str) -> str:
    """Give "Rp5 juta; masih utang Rp2 juta" of "5 juta yg udah masuk, 2 juta lagi masih utang", told of seven."""
    sums = [one for one in figures if not one.is_bare]
    paid = next((one for one in sums if _is_paid_in(one, text)), None)
    if paid is None or not 0 < paid.amount < amount_of(told):
        return ""
    owed = next((one for one in sums if one is not paid and _is_owed(one, sums, text)), None)
    if owed is not None and paid.amount + owed.amount <= amount_of(told):
        return f"{paid.value}{_APART}masih utang {owed.value}"
    return f"{paid.value}{_APART}sisanya utang" if owed is None and _REST_OWED.search(text) else ""


def _is_paid_in(one: _Figure, text: str) -> bool:
    return bool(_PAID_AFTER.match(text, one.end) or _PAID_BEFORE.search(text[: one.start]))


def _is_owed(one: _Figure, sums: list[_Figure], text: str) -> bool:
    until = next((other.start for other in sums if other.start > one.start), len(text))
    since = next((other.end for other in reversed(sums) if other.end < one.start), 0)
    return bool(_OWED.search(text[one.end : until][:_NEAR_CUE]) or _OWED.search(text[since : one.start][-_NEAR_CUE:]))


def _said_again(told: str, figures: list[_Figure], text: str) -> str:
    """Give the one sum of "5 juta ding" and "eh 5 jt deng bukan segitu"."""
    sums = [one for one in figures if not one.is_bare]
    is_again = len(sums) == 1 and _AFTER_ALL.match(text, sums[0].end) and sums[0].amount != amount_of(told) > 0
    return sums[0].value if is_again else ""


def may_be_put_right(told: str, found: Found, text: str) -> bool:
    """Say whether a sum that differs puts the other right, and is not a second one: "saya salah ya pak?" does not."""
    if (_RECEIVED in told) != (_RECEIVED in found.value) or _GUILT.search(text.lower()):
        return False
    at = text.find(found.words)
    near = text[max(0, at - _NEAR_CUE) : at + len(found.words) + _NEAR_CUE]
    return bool(_RIGHT_OUT.search(near))


def is_the_later_total(told: Answer, found: Found, text: str) -> bool:
    """Say whether a sum holds all of the one told before: "uang yg sudah masuk 3,5 jt", or says who received it."""
    before, now = amount_of(told.value), amount_of(found.value)
    if now == before and _RECEIVED in found.value and _RECEIVED not in told.value:
        return True
    if _RECEIVED in found.value and _APART in found.value and _RECEIVED not in told.value:
        known = {amount_of(part) for part in told.value.split(_APART)}
        return known <= {amount_of(part) for part in found.value.split(_APART)}
    lead = text[: max(0, text.find(found.words))].lower()
    parts = told.value.split(_APART)
    is_all = len(parts) == 1 or (now >= sum(map(amount_of, parts)) and not any(part[0].islower() for part in parts))
    return now > before and is_all and bool(_TOTAL.search(lead))


def with_one_more(told: Answer, found: Found, text: str) -> Answer | None:
    """Give the answer with a sum told beside it: asked again, paid of it or as well, received; None for none."""
    value = _with_one_more(told.value, found, text)
    return Answer(value, Origin.VOLUNTEERED, f"{told.words}{_ELLIPSIS}{found.words}") if value else None


def _with_one_more(told: str, found: Found, text: str) -> str:
    parts = told.split(_APART)
    if len(parts) >= _MOST or amount_of(found.value) in map(amount_of, parts):
        return ""
    at = max(0, text.find(found.words))
    before, after = text[:at].lower(), text[at + len(found.words) :].lower()
    if _RECEIVED in found.value or _RECEIVED in told:
        return f"{told}{_APART}{found.value}"
    if _is_asked_again(before, after):
        return f"{told}{_APART}{_MORE}{found.value}"
    if _PAID.search(before) and amount_of(found.value) < amount_of(told):
        return f"{told}{_APART}sudah dibayar {found.value}"
    if threat := _IF_THEY_LEAVE.search(before):
        return f"{told}{_APART}diminta {found.value} bila {'batal' if threat['not_going'] else 'pulang'}"
    return f"{told}{_APART}{found.value}" if _is_paid(before, after) else ""


def asked_again(found: Found, text: str) -> str:
    """Give "diminta lagi Rp10 juta" of "minta 10 juta lg", "" where nothing more is asked."""
    at = max(0, text.find(found.words))
    before, after = text[:at].lower(), text[at + len(found.words) :].lower()
    return f"{_MORE}{found.value}" if _is_asked_again(before, after) else ""


def asks_more(value: str) -> bool:
    """Say whether more was asked for than was told first."""
    return _MORE in value


def beside_what_is_known(known: str, later: str) -> str:
    """Give what a ticket says of money with what was asked after it was filed, "" where that is no more."""
    is_new = asks_more(later) and later not in known and known.count(_APART) < _MOST - 1
    return f"{known}{_APART}{later}" if is_new else ""


def _is_asked_again(before: str, after: str) -> bool:
    return bool((_MORE_ASKED.search(before) and _AGAIN.match(after)) or _ASKED_AGAIN.search(before))


def _is_paid(before: str, after: str) -> bool:
    """Tell "kami bayar masing2 5,5 juta" from "harus bayar 30 juta" and "mereka bayar 500 ribu"."""
    paying = _PAYING.search(before)
    is_a_wage = _OF_WAGES.search(after[:_NEAR_CUE])
    return paying is not None and not is_a_wage and not _NOT_PAID.search(before[: paying.start("verb")])


def _is_of_another_kind(text: str, bare: re.Match[str]) -> bool:
    """Tell the 5 of "tgl 5" and "5 orang" from a figure whose unit went without saying."""
    is_counted = _NO_SUM_AFTER.match(text[bare.end() :].lower())
    return bool(is_counted or _NO_SUM_BEFORE.search(text[: bare.start()].lower()))


def _figures(told: str, text: str) -> list[_Figure]:
    """Give the sums of a text in order, and the bare figures that may be such: those take the unit of `told`."""
    sums: list[Money] = find_sums(read_words(text)) or find_money(text)
    found = [_Figure(money.value, amount_of(money.value), money.start, money.end, is_bare=False) for money in sums]
    taken = [range(one.start, one.end) for one in found]
    for bare in _BARE.finditer(text):
        if any(bare.start() in span for span in taken) or _is_of_another_kind(text, bare):
            continue
        value = _NUMBER.sub(bare[0].replace(".", ","), told, count=1)
        found.append(_Figure(value, amount_of(value), bare.start(), bare.end(), is_bare=True))
    return sorted(found, key=lambda one: one.start)


def are_paid(value: str) -> bool:
    """Tell "Rp40 juta; Rp6 juta (diterima)", of which one was paid, from "Rp1 juta (diterima)" and "none"."""
    return any(_RECEIVED not in one and any(char.isdigit() for char in one) for one in value.split(_APART))
