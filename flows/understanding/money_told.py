"""What a sum is: asked or paid, promised as a wage, or neither."""

import re
from bisect import bisect_left

from flows.reading import Found
from flows.understanding.mentions import Mentions
from flows.understanding.money import Money, find_sums
from flows.understanding.money_received import received_by

_WAGE_NEAR = re.compile(r"(?:gajih?(?:nya|ku)?|upah(?:nya|ku)?|salary|wage|digaji|bayaran)\W+(?:\w+\W+){0,4}$")
_WAGE_AFTER = re.compile(r"^\W*(?:gaji\w*|upah\w*|salary|wage)\b(?!\W+(?:\w+\W+){0,3}?\d)")
_CALLED_A_WAGE = re.compile(r"^\W*(?:itu|tu|adalah)\W+(?:buat\W+|untuk\W+)?(?:gaji\w*|upah\w*|salary|wage)\b")
_ANY_SUM = re.compile(r"juta|miliar|RM|\$|ri(?:y)?al|dirham|dinar|euro|dolar|[.,]\d{3}[.,]\d{3}|\d{3}\.\d{3}")
# of "15 juta bulan juni" and "5 juta minggu lalu", which were paid then and are no wage
_A_DATE = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|mar(?:et)?|apr(?:il)?|mei|juni?|juli?|agus(?:tus)?|ags|agt|sept?(?:ember)?|okt(?:ober)?"
    r"|nov(?:ember)?|des(?:ember)?|lalu|kemar\w*|kmr\w*|barusan|tgl|tanggal)\b"
)
_PER_MONTH = re.compile(
    rf"^\W*(?:/|per|se|tiap|a)?\s*(?:sebulan|bulan|bln|month|hari|minggu|week|day)(?!\W+(?:{_A_DATE}))"
)
_PAID_NEAR = re.compile(
    r"(?:bayar\w*|byr|setor\w*|nyetor|transfer\w*|tf|dp|biaya\w*|ongkos\w*|utang(?:nya)?|hutang(?:nya)?|denda|mahar|tebus\w*|fee|"
    r"pay|paid|uang muka|uang|duit|terima uang|nerima uang|sogok\w*|suap\w*|pungli|setoran|pelicin|"
    r"minta\w*|diminta\w*|dimintai|masuk|modal|ganti\w*|"
    r"keluar\w*|habis|pungut\w*|kasbon|owe|owes|rugi|lunas\w*|pelunasan)\W+(?:\w+\W+){0,5}$",
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
# "sampe sana dikasi 40rb" is the pay of a day; "sampai sana dikasih uang 5 juta sama agen" may be hush money
_GIVEN_THERE = re.compile(
    r"\b(?:(?:sampa?i?|sampe|smp|smpai|nyampe|nyampai|tiba|setelah)\W+(?:di\W+|d\W+)?(?:sana|sini|sno|situ|lokasi|kebun|kapal|tempat\w*)|"
    r"(?:di\W?|d\W?)(?:sana|sini|situ)(?!\W+dib)|sehari\w*|(?:pe|tiap|per|se)\W?hari\w*|ternyata|trnyata|taunya|tahunya|"
    r"kenyataan\w*|nyatanya)\W+(?:(?!(?:uang|duit|keluarga|ibu|bapak|agen|calo|sponsor|tekong)\b)\w+\W+){0,2}?"
    r"di(?:kasih?|kasi|beri|bri|ksh|bayar|byr)(?:in|kan)?\W+(?:(?:cuma|cuman|cm|hanya|rp)\W+)?$"
)
_TOLD_OF = re.compile(r"\b(?:kata|bilang|blg|janji|dijanji|dibilang|iming|mau|bakal|akan|nanti)\w*")
_BY_SOMEBODY = re.compile(r"^\W*(?:buat|untuk|utk|ongkos|sama|sm|dari|dr|oleh|ke)\b")
_ANY_WAGE = re.compile(r"\b(?:gaji|upah|salary|wage|digaji|bayaran|honor)\w*")
_CLAUSE_END = re.compile(r"[,;\n]|\.\s")
_WHAT_IS_LEFT = re.compile(
    r"\b(?:tinggal|sisa\w*|tersisa|bersihnya|jadi|left)\W+(?:\w+\W+)?$|\bbersih\W+(?:cuma|hanya|cm|cuman|only)\W+$"
)
# of a wage that goes without saying: "dipotong terus jadi 3 ribu nt"
_LEFT_OF_A_CUT = re.compile(
    r"potong\w*\W+(?:\w+\W+){0,4}(?:tinggal|sisa\w*|tersisa|bersih\w*|jadi|jd)\W+(?:(?:cuma|hanya|cm|cuman)\W+)?$"
)
_DEBT = re.compile(r"\b(?:h?utang|kasbon|pinjam|tebus|denda|biaya)\w*")
_CUT = re.compile(r"(?:di)?potong\w*\W+(?:\w+\W+)?$")
# "potongan agensi 11 ribu nt tiap bulan"; "dipotong terus jadi 3 ribu nt" is what is left
_CUT_OFF = re.compile(
    r"\b(?:di|me|ke|ter)?(?:potong\w*|motong\w*|deducted|deductions?)\W+(?:(?!(?:jadi|jd|tinggal|sisa\w*|bersih\w*|gaji\w*)\b)\w+\W+){0,3}$"
)
_FOR_SOMETHING = re.compile(r"\b(?:buat|untuk|utk|biaya|h?utang|ganti|for)\b")
_FINED = re.compile(r"(?:di)?denda\w*\W+(?:\w+\W+){0,2}$")
_EACH_TIME = re.compile(r"^\W*(?:/|per|se|tiap|sekali)?\s*(?:semalam|malam|sehari|hari|kali|jam|tamu|target|night|day)")
_GIVEN = re.compile(r"\b(?:di)?(?:kasih?|beri)\w*\W+(?:\w+\W+){0,3}$")
_OWED_TO_THEM = re.compile(r"\b(?:se)?harusnya\W+(?:\w+\W+){0,2}$|\b(?:kontrak|perjanjian)(?:nya)?\W+(?:\w+\W+)?$")
_PROMISED_FAR = re.compile(r"(?:di)?(?:janji\w*|iming\w*|promise\w*)\W+(?:\w+[ -]+){0,9}$")
_SOLD = re.compile(r"\b(?:di)?(?:jual|beli|harga|tebus|sold|bought|mahar)\w*")
_POCKET = ("uang", "duit")
# what trainees are paid; what is to be brought or was given for the way is no wage
_ALLOWANCE = re.compile(
    r"\b(?:uang|duit)\W+sakunya\W+(?:\w+\W+){0,3}$|\b(?:uang|duit)\W+saku\W+(?:(?:cuma|cuman|cm|hanya|magang|bulanan|katanya|ktnya|nya|"
    r"dijanji\w*|dibilang|sebesar|sekitar|only)\W+){0,3}$"
)
_TO_BRING = re.compile(
    r"\b(?:bawa|siap\w*|sedia\w*|bekal|suruh|disuruh|minta|diminta|bayar|setor|modal|buat|untuk|utk|kirim\w*)\W+(?:\w+\W+)?$"
)
_OF_A_TRAINEE = re.compile(r"\b(?:kontrak|magang|pkl|perjanjian|gaji|trainee|intern\w*|cuma|cuman|cm|hanya)\b")
_WITH_A_BONUS = re.compile(
    r"^\W*(?:(?:plus|tambah|belum|blm|sama|dan|ditambah|incl\w*)\W+)?(?:bonus|tips?|komisi|lembur)\w*\b"
)
_COSTS_AFTER = re.compile(r"^\W*(?:\w+\W+)?(?:biaya|ongkos|dp|bayar|admin|total|semua)\w*")
# what who drives gets for the way, and no victim: "ongkos sy dikasi 300rb"
_A_FARE = re.compile(
    r"\b(?:ongkos|tarif|sewa|carter|charter|jasa)(?:ku|\W+(?:saya|sy|sya|aku|aq|gw|gue|kami))\W+(?:\w+\W+)?di(?:kasih?|beri|bayar)\w*\W+"
    r"(?:\w+\W+)?$"
)
_SAID_TO_BE = re.compile(
    r"\b(?:(?:di)?bilang\w*|di(?:blg|kasih tau|omongin|sebut\w*)|blg(?:nya)?|kata(?:nya)?|ktnya|ngakunya|omongannya|"
    r"told|said)\W+(?:(?!(?:dan|tapi|tp|sudah|udah|udh|masih|msh)\b)\w+\W+){0,3}$"
)
_NET = re.compile(r"^\W*(?:per\w*\W+)?(?:bersih|bersihnya|net|nett|netto)\b")
# a fee turns out to be more, a wage less: "dibilang 2000 ringgit ternyata cm 400"
_TURNS_OUT_LITTLE = (
    r"(?:ternyata|trnyata|nyatanya|kenyataan\w*|taunya|tahunya|eh|tapi|tp|malah|aslinya|but)\W+(?:\w+\W+){0,2}?"
    r"(?:cuma|cuman|cm|hanya|hny|only|just)\W+(?:\w+\W+)?"
)
_TURNED_OUT_LESS = re.compile(rf"^\W*(?:[^\W\d]+\W+){{0,3}}?{_TURNS_OUT_LITTLE}(?:r[mp]\W*)?\d")
_TURNED_OUT = re.compile(rf"\b{_TURNS_OUT_LITTLE}$")
# a sum told with one of these words is surely what was promised; others only look like a wage
_SURELY = re.compile(r"gaji|gajih|upah|salary|wage|bayaran|honor|janji|iming|promise|tawar|nawar|offer")
_ONLY = re.compile(r"\b(?:cuma|hanya|cm|cuman|only)\b")
_LITTLE = re.compile(r"\b(?:cuma|hanya|cm|cuman|only)\W+(?:\w+\W+)?$")
_TOTAL = re.compile(r"\b(?:total|jumlah|semua)(?:nya| nya)?\W+(?:jadi\W+)?(?:rp\W*)?$")
_FAR_BACK = 60  # characters
_WORKING, _BECOMING = frozenset({"kerja", "kerjanya", "bekerja"}), frozenset({"jadi", "sebagai", "as"})
_NO_TRADE = _WORKING | {
    "total",
    "totalnya",
    "semua",
    "semuanya",
    "jumlah",
    "kena",
    "kurang",
    "saya",
    "kami",
    "dia",
    "lebih",
}
_AS, _LEAD = _WORKING | _BECOMING, 3  # terms before a trade
_RECEIVED, _APART = "(diterima", "; "
_A_WAGE = 14  # characters within which "sebulan" or "gajinya" stands behind a sum
_SALE = ("ORGAN", "SURROGACY", "BRIDE", "BABY_SALE")
_FOREIGN = re.compile(r"RM|\$|ri(?:y)?al|yuan|baht|dirham|dinar|yen|won|euro|zloty|lira|pound")


def read_sums(mentions: Mentions, found: dict[str, Found]) -> None:
    """Add what was asked or paid, and what was promised."""
    text = mentions.words.text
    is_sale = mentions.has(*_SALE)
    is_small = False
    for money in find_sums(mentions.words):
        is_of_work = not is_sale and mentions.has("JOB")
        key = _what_money(text, money, is_of_work=is_of_work, is_sale=is_sale)
        if key == "payment" and not is_sale and mentions.words.has_any(_AS) and _is_a_wage_unsaid(mentions, money):
            key = "salary"
        told = Found(_with_its_receiver(text, money, key), _words_of(text, money, key))
        before = found.get("payment")
        if key == "payment" and before and _is_beside_what_was_received(before.value, told.value):
            found[key] = _with_what_was_received(before, told)
            continue
        was_small, is_small = is_small, is_small or (key == "payment" and key not in found and _is_small(text, money))
        if key == "payment" and was_small and not _is_small(text, money):
            found[key], is_small = told, False  # "kami dikasih 5jt, sekarang diminta balik 40 juta"
        elif key == "payment" and key in found and _TOTAL.search(text[: money.start].lower()):
            found[key] = told  # "dp 3 juta, totalnya 12 juta"
        elif key == "salary" and key in found and _is_promised_instead(text, money, found[key]):
            found[key] = told  # "gaji cuma 1 juta, janjinya 5 juta"
        elif key == "salary" and key in found and is_the_surer_wage(found[key].words, told.words):
            found[key] = told  # "1200 nt sebulan buat asrama, gajinya 27 ribu nt"
        elif key:
            found.setdefault(key, told)


def _is_beside_what_was_received(told: str, now: str) -> bool:
    """Say whether one of two sums was received and the other asked, as far as the ticket knows."""
    return (
        (_RECEIVED in told) != (_RECEIVED in now)
        and _APART not in told
        and told.partition(" (")[0] != now.partition(" (")[0]
    )


def _with_what_was_received(told: Found, now: Found) -> Found:
    """Give "Rp40 juta; Rp6 juta (diterima)" for "dapat 6 juta dari haji, kalau mau pulang bayar 40 juta"."""
    asked, received = (now, told) if _RECEIVED in told.value else (told, now)
    return Found(f"{asked.value}{_APART}{received.value}", asked.words)


def is_the_surer_wage(told: str, now: str) -> bool:
    """Say by its words whether a sum is told as a wage, where the one told before only looked like one."""
    return not _SURELY.search(told.lower()) and bool(_SURELY.search(now.lower())) and not _ONLY.search(now.lower())


def _words_of(text: str, money: Money, key: str) -> str:
    """Give the words of a sum, of a wage with the word that calls it so: "gaji 17 juta"."""
    start, end = money.start, money.end
    before = text[max(0, start - _FAR_BACK) : start].lower()
    if key == "salary":
        lead = _WAGE_NEAR.search(before) or _PROMISED.search(before) or _OFFERED.search(before)
        after = _CALLED_A_WAGE.match(text[end : end + 24].lower()) or _WAGE_AFTER.match(text[end : end + 24].lower())
        after = after or _PROMISED_AFTER.match(text[end : end + 24].lower())
        start -= len(before) - lead.start() if lead else 0
        end += after.end() if after and not lead else 0
    return text[start:end].strip()


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
    if (
        _is_their_pay_there(before, after)
        or _is_of_what_they_got(before)
        or (_FINED.search(before) and _EACH_TIME.match(after))
    ):
        return ""
    if _A_FARE.search(before) and not _ANY_SUM.search(money.value):
        return ""
    if _CALLED_A_WAGE.match(after) or _is_an_allowance(before, after, money):
        return "salary"
    if _receiver(text, money):
        return "payment"
    wage = _WAGE_NEAR.search(before)
    if not wage and not paid and _CUT_OFF.search(before):
        return "payment" if _ANY_SUM.search(money.value) else ""
    if wage and (cut := _CUT.search(before)) and cut.start() > wage.start():
        return "payment" if _FOR_SOMETHING.search(after) else ""  # "gaji dipotong 11 juta buat dokumen"
    if wage and _TAKEN_OFF.search(before[: wage.start()]):
        return "payment"
    if wage and (not paid or paid.start() < wage.start()):
        return "salary"
    if _is_earned(before, money, is_of_work=is_of_work, is_sale=is_sale):
        return "salary"
    return _by_what_stands_beside(before, after, money, is_of_work=is_of_work)


def _is_an_allowance(before: str, after: str, money: Money) -> bool:
    """Tell "di kontrak uang saku cuma 600 ringgit" from "disuruh bawa uang saku 600 ringgit"."""
    pocket = _ALLOWANCE.search(before)
    if pocket is None or _TO_BRING.search(before[: pocket.start()]):
        return False
    is_a_wage = _FOREIGN.search(money.value) or _PER_MONTH.match(after[:_A_WAGE]) or _OF_A_TRAINEE.search(before)
    return bool(is_a_wage)


def _is_a_wage_unsaid(mentions: Mentions, money: Money) -> bool:
    """Say whether a sum stands behind a trade or before a bonus, and no word of paying before it."""
    text = mentions.words.text
    before, after = text[max(0, money.start - _FAR_BACK) : money.start].lower(), text[money.end :][:_FAR_BACK].lower()
    if _PAID_NEAR.search(before) or _receiver(text, money) or _COSTS_AFTER.match(after) or _LOST_AFTER.match(after):
        return False
    return bool(_WITH_A_BONUS.match(after)) or _is_of_a_trade(mentions, money)


def _is_of_a_trade(mentions: Mentions, money: Money) -> bool:
    """Read "kerja di laos jadi marketing 14 juta" and "jadi kasir 7jt", a wage that nobody calls so."""
    words = mentions.words
    at = bisect_left([start for start, _ in words.spans], money.start)
    begins = next((i for i in range(at) if words.clauses[i] == words.clauses[min(at, len(words.clauses) - 1)]), at)
    trade = next(
        (span for span in mentions.of("JOB") if begins <= span.first and span.last <= at <= span.last + 1), None
    )
    if trade:
        return not _AS.isdisjoint(words.forms[max(begins, trade.first - _LEAD) : trade.first])
    becomes = next((i for i in range(at - 2, max(begins, at - _LEAD) - 1, -1) if words.forms[i] in _BECOMING), None)
    return (
        becomes is not None
        and not _WORKING.isdisjoint(words.forms[begins:becomes])
        and _NO_TRADE.isdisjoint(words.forms[becomes:at])
    )


def _is_of_what_they_got(before: str) -> bool:
    """Tell what is left of a wage, "gaji dipotong terus tinggal 3000 nt", from a debt of which so much is left."""
    cut = _LEFT_OF_A_CUT.search(before)
    if _ALL_THEY_GOT.search(before) or (cut and not _DEBT.search(cut.group())):
        return True
    wage = _ANY_WAGE.search(before)
    return bool(wage and _WHAT_IS_LEFT.search(before) and not _DEBT.search(before[wage.end() :]))


def _is_their_pay_there(before: str, after: str) -> bool:
    """Read "sampe sana dikasi 40rb" and "ternyata dibayar 50 ribu": what came of it was neither asked nor promised."""
    given = _GIVEN_THERE.search(before)
    if given is None or _BY_SOMEBODY.match(after):
        return False
    return not _TOLD_OF.search(_CLAUSE_END.split(before[: given.start()])[-1])  # "katanya disana dikasih 5 juta"


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
    if not paid and _TURNED_OUT.search(before):
        return ""  # what came of a wage
    if not paid and _is_said_of_a_wage(before, after, money, is_of_work=is_of_work):
        return "salary"
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


def _is_said_of_a_wage(before: str, after: str, money: Money, *, is_of_work: bool) -> bool:
    """Read "dibilang 2000 ringgit bersih" and "katanya 6 juta, nyatanya cuma 2"."""
    if not _SAID_TO_BE.search(before) or _SOLD.search(before):
        return False
    is_earned = is_of_work or bool(_FOREIGN.search(money.value))
    return bool((is_earned and _NET.match(after)) or _TURNED_OUT_LESS.match(after))


def _is_promised_instead(text: str, money: Money, told: Found) -> bool:
    """Tell what was promised from the little that is paid in the end."""
    before = text[: text.find(told.words)].lower()
    is_little = _LITTLE.search(before) or _ONLY.search(told.words.lower())
    return bool(is_little) and bool(_PROMISED.search(text[: money.start].lower()))
