"""What a sum is: asked or paid, promised as a wage, or neither."""

import re

from flows.reading import Found
from flows.understanding.mentions import Mentions
from flows.understanding.money import Money, find_sums
from flows.understanding.money_received import received_by

_WAGE_NEAR = re.compile(r"(?:gajih?(?:nya|ku)?|upah(?:nya|ku)?|salary|wage|digaji|bayaran)\W+(?:\w+\W+){0,4}$")
_WAGE_AFTER = re.compile(r"^\W*(?:gaji\w*|upah\w*|salary|wage)\b(?!\W+(?:\w+\W+){0,3}?\d)")
_CALLED_A_WAGE = re.compile(r"^\W*(?:itu|tu|adalah)\W+(?:buat\W+|untuk\W+)?(?:gaji\w*|upah\w*|salary|wage)\b")
_ANY_SUM = re.compile(r"juta|miliar|RM|\$|ri(?:y)?al|dirham|dinar|euro|dolar|[.,]\d{3}[.,]\d{3}|\d{3}\.\d{3}")
_PER_MONTH = re.compile(r"^\W*(?:/|per|se|tiap|a)?\s*(?:sebulan|bulan|bln|month|hari|minggu|week|day)")
_PAID_NEAR = re.compile(
    r"(?:bayar\w*|byr|setor\w*|nyetor|transfer\w*|tf|dp|biaya\w*|ongkos\w*|utang(?:nya)?|hutang(?:nya)?|denda|mahar|tebus\w*|fee|"
    r"pay|paid|uang muka|uang|duit|terima uang|nerima uang|sogok\w*|suap\w*|pungli|setoran|pelicin|"
    r"minta\w*|diminta\w*|dimintai|masuk|modal|ganti\w*|"
    r"keluar\w*|habis|pungut\w*|kasbon|owe|owes|rugi)\W+(?:\w+\W+){0,5}$",
)
_LOST_AFTER = re.compile(
    r"\W*(?:\w+\W+)?(?:hilang|melayang|raib|lenyap|ludes|lunas|amblas|diambil|(?:gak|ga|tidak|nggak|gk|tdk|belum)\s+(?:balik|kembali))",
)
_OFFERED = re.compile(r"(?:nawar\w*|di?tawar\w*|offer\w*)\W+(?:\w+\W+){0,5}$")
_PROMISED = re.compile(r"(?:di)?(?:janji\w*|iming\w*|promise\w*)\W+(?:\w+\W+){0,3}$")
_PROMISED_AFTER = re.compile(r"^\W*(?:(?:yg|yang|itu)\W+)?(?:di)?(?:janji|iming|promise)\w*(?!\W+(?:r[mp]\W*)?\d)")
_FOR_WORK = re.compile(r"\b(?:kerja|bekerja|jadi|jd|sebagai|sbg|as)\b")
_TAKEN_OFF = re.compile(r"(?:di)?potong\w*\W+(?:dari\W+)?$")
# what somebody got was neither asked of them nor promised
_ALL_THEY_GOT = re.compile(
    r"(?:cuma|hanya|cm|cuman|only)\W+(?:di)?(?:kasih?|bayar|dapat|dapet|dpt|terima|trima|nerima|got|paid)\w*\W+(?:\w+\W+)?$|"
    r"(?:terima|trima|nerima|dapat|dapet|dpt)\W+(?:cuma|hanya|cm|cuman)\W+$",
)
_ANY_WAGE = re.compile(r"\b(?:gaji|upah|salary|wage|digaji|bayaran|honor)\w*")
_CLAUSE_END = re.compile(r"[,;\n]|\.\s")
_WHAT_IS_LEFT = re.compile(r"\b(?:tinggal|sisa\w*|tersisa|bersih\w*|jadi|left)\W+(?:\w+\W+)?$")
_DEBT = re.compile(r"\b(?:h?utang|kasbon|pinjam|tebus|denda|biaya)\w*")
_CUT = re.compile(r"(?:di)?potong\w*\W+(?:\w+\W+)?$")
_FOR_SOMETHING = re.compile(r"\b(?:buat|untuk|utk|biaya|h?utang|ganti|for)\b")
_FINED = re.compile(r"(?:di)?denda\w*\W+(?:\w+\W+){0,2}$")
_EACH_TIME = re.compile(r"^\W*(?:/|per|se|tiap|sekali)?\s*(?:semalam|malam|sehari|hari|kali|jam|tamu|target|night|day)")
_GIVEN = re.compile(r"\b(?:di)?(?:kasih?|beri)\w*\W+(?:\w+\W+){0,3}$")
_OWED_TO_THEM = re.compile(r"\b(?:se)?harusnya\W+(?:\w+\W+){0,2}$|\b(?:kontrak|perjanjian)(?:nya)?\W+(?:\w+\W+)?$")
_PROMISED_FAR = re.compile(r"(?:di)?(?:janji\w*|iming\w*|promise\w*)\W+(?:\w+[ -]+){0,9}$")
_SOLD = re.compile(r"\b(?:di)?(?:jual|beli|harga|tebus|sold|bought|mahar)\w*")
_POCKET = ("uang", "duit")
_LITTLE = re.compile(r"\b(?:cuma|hanya|cm|cuman|only)\W+(?:\w+\W+)?$")
_TOTAL = re.compile(r"\b(?:total|jumlah|semua)(?:nya| nya)?\W+(?:jadi\W+)?(?:rp\W*)?$")
_FAR_BACK = 60  # characters
_A_WAGE = 14  # characters within which "sebulan" or "gajinya" stands behind a sum
_SALE = ("ORGAN", "SURROGACY", "BRIDE", "BABY_SALE")
_FOREIGN = re.compile(r"RM|\$|ri(?:y)?al|yuan|baht|dirham|dinar|yen|won|euro|zloty|lira|pound")


def read_sums(mentions: Mentions, found: dict[str, Found]) -> None:
    """Add what was asked or paid, and what was promised."""
    text = mentions.words.text
    is_sale = mentions.has(*_SALE)
    is_small = False
    for money in find_sums(mentions.words):
        key = _what_money(text, money, is_of_work=not is_sale and mentions.has("JOB"), is_sale=is_sale)
        told = Found(_with_its_receiver(text, money, key), text[money.start : money.end].strip())
        was_small, is_small = is_small, is_small or (key == "payment" and key not in found and _is_small(text, money))
        if key == "payment" and was_small and not _is_small(text, money):
            found[key], is_small = told, False  # "kami dikasih 5jt, sekarang diminta balik 40 juta"
        elif key == "payment" and key in found and _TOTAL.search(text[: money.start].lower()):
            found[key] = told  # "dp 3 juta, totalnya 12 juta"
        elif key == "salary" and key in found and _is_promised_instead(text, money, found[key]):
            found[key] = told  # "gaji cuma 1 juta, janjinya 5 juta"
        elif key:
            found.setdefault(key, told)


def _with_its_receiver(text: str, money: Money, key: str) -> str:
    """Write a sum; what went to the victim's side says so, for nobody there paid it."""
    receiver = _receiver(text, money) if key == "payment" else ""
    return f"{money.value} ({receiver})" if receiver else money.value


def _receiver(text: str, money: Money) -> str:
    """Say whose side a sum went to; a wage is received by whoever earns it."""
    before = text[max(0, money.start - _FAR_BACK) : money.start].lower()
    is_a_wage = _ANY_WAGE.search(_CLAUSE_END.split(before)[-1])
    return "" if is_a_wage else received_by(before, text[money.end : money.end + _FAR_BACK].lower())


def _is_small(text: str, money: Money) -> bool:
    """Tell a fine and what was only given from a sum that is asked."""
    before = text[max(0, money.start - _FAR_BACK) : money.start].lower()
    return bool(_FINED.search(before) or _GIVEN.search(before))


def _what_money(text: str, money: Money, *, is_of_work: bool, is_sale: bool) -> str:
    before = text[max(0, money.start - _FAR_BACK) : money.start].lower()
    after = text[money.end : money.end + 24].lower()
    paid = _PAID_NEAR.search(before)
    if _is_of_what_they_got(before) or (_FINED.search(before) and _EACH_TIME.match(after)):
        return ""
    if _CALLED_A_WAGE.match(after):
        return "salary"
    if _receiver(text, money):
        return "payment"
    wage = _WAGE_NEAR.search(before)
    if wage and (cut := _CUT.search(before)) and cut.start() > wage.start():
        return "payment" if _FOR_SOMETHING.search(after) else ""  # "gaji dipotong 11 juta buat dokumen"
    if wage and _TAKEN_OFF.search(before[: wage.start()]):
        return "payment"
    if wage and (not paid or paid.start() < wage.start()):
        return "salary"
    if _is_earned(before, money, is_of_work=is_of_work, is_sale=is_sale):
        return "salary"
    return _by_what_stands_beside(before, after, money, is_of_work=is_of_work)


def _is_of_what_they_got(before: str) -> bool:
    """Tell what is left of a wage, "gaji dipotong terus tinggal 3000 nt", from a debt of which so much is left."""
    if _ALL_THEY_GOT.search(before):
        return True
    wage = _ANY_WAGE.search(before)
    return bool(wage and _WHAT_IS_LEFT.search(before) and not _DEBT.search(before[wage.end() :]))


def _is_earned(before: str, money: Money, *, is_of_work: bool, is_sale: bool) -> bool:
    """Say whether a sum is promised for work, or in another country's money, which is earned there."""
    paid = _PAID_NEAR.search(before)
    is_foreign = bool(_FOREIGN.search(money.value))
    offer = _PROMISED.search(before) or _OFFERED.search(before)
    is_for_work = not is_sale and offer and _FOR_WORK.search(offer.group())
    if not offer and (is_of_work or is_foreign):
        offer = _PROMISED_FAR.search(before)
    if offer and (is_of_work or is_foreign or is_for_work) and (not paid or paid.start() < offer.start()):
        return True
    if paid or is_sale or _SOLD.search(before):
        return False
    is_owed = _OWED_TO_THEM.search(before) and (is_foreign or _ANY_WAGE.search(before))
    return bool(is_owed or (is_foreign and _FOR_WORK.search(before)))


def _by_what_stands_beside(before: str, after: str, money: Money, *, is_of_work: bool) -> str:
    paid = _PAID_NEAR.search(before)
    beside = after[:_A_WAGE]
    if not paid and _OFFERED.search(before):
        return "salary" if _PER_MONTH.match(beside) and beside.strip() else "payment"
    if paid and paid.group().startswith(_POCKET) and _PER_MONTH.match(beside):
        return "salary"  # "uang saku 2 juta sebulan"
    if paid or _LOST_AFTER.match(beside):
        return "payment"
    if _PER_MONTH.match(beside) or _WAGE_AFTER.match(after):
        return "salary"
    if (is_of_work or _FOREIGN.search(money.value)) and _PROMISED_AFTER.match(after):
        return "salary"  # "1200 riyal janjinya"
    # what else is told of money in such a story was asked, paid or promised
    return "payment" if _ANY_SUM.search(money.value) else ""


def _is_promised_instead(text: str, money: Money, told: Found) -> bool:
    """Tell what was promised from the little that is paid in the end."""
    before = text[: text.find(told.words)].lower()
    return bool(_LITTLE.search(before)) and bool(_PROMISED.search(text[: money.start].lower()))
