"""When somebody left, told by no day: "april 2025", "thn 2023", "3 bulan lalu", "habis lebaran", "awal tahun"."""

import re
from collections.abc import Iterator, Sequence

from flows.reading import Found
from flows.understanding.days_gone import leaving
from flows.understanding.days_written import MONTHS
from flows.understanding.mentions import Mentions
from flows.understanding.numerals import NUMERALS, numeral_at
from flows.understanding.pattern import Span
from flows.understanding.places_named import KINDS, Place, named_places
from flows.understanding.words import Words

_UNITS = frozenset({"hari", "minggu", "bulan", "tahun"})
_ONE_OF_THEM = frozenset({"seminggu", "sebulan", "setahun"})
_AGO = frozenset({"lalu", "kemarin", "ago", "silam", "lepas"})
_THIS = frozenset({"lalu", "kemarin", "ini", "silam"})
_SOME = frozenset({"beberapa", "several", "few"})
_PART = frozenset({"awal", "akhir", "pertengahan", "tengah", "early", "late", "mid", "sekitar", "around"})
_SINCE = frozenset({"in", "since", "sejak", "semenjak", "bulan", "tahun", "bln", "dari", "pada", "di"})
_AFTER = frozenset({"habis", "abis", "sehabis", "setelah", "sesudah", "selesai", "sebelum", "after", "before"})
_DURING = frozenset({"pas", "waktu", "saat", "bulan", "during", "musim"})
# source: by what the year is told in Lombok and Sumbawa
_FEASTS = frozenset({
    *("lebaran", "puasa", "ramadan", "ramadhan", "idul", "natal", "maulid", "maulud", "nyepi", "galungan", "panen"),
    *("tanam", "hujan", "kemarau", "christmas", "eid", "easter", "lulusan", "kelulusan", "pemilu", "corona", "covid"),
})  # fmt: skip
_OF_A_FEAST = frozenset({
    *("fitri", "adha", "raya", "haji", "ketupat", "tembakau", "padi", "jagung", "bawang", "kopi", "nabi", "kemarin"),
    *("ini", "lalu"),
})  # fmt: skip
_NEW_YEAR = ["tahun", "baru"]
_HOW_LONG = frozenset({"sudah", "baru", "hampir", "for"})
_ANOTHER_MATTER = frozenset({
    *("gaji", "gajinya", "digaji", "upah", "bayar", "dibayar", "setor", "transfer", "pulang", "lahir", "kontrak"),
    *("nikah", "menikah", "dinikahkan", "kabur", "potong", "dipotong", "nelpon", "telpon", "kontak", "kabar"),
})  # fmt: skip
_ENTERS = frozenset({"masuk", "masuknya", "entered", "came", "arrived"})
_CAME = frozenset({"came", "arrived"})
_NO_COUNTRY = frozenset({
    *("kerja", "kerjanya", "sekolah", "kuliah", "kelas", "pt", "uang", "duit", "gaji", "penampungan", "rumah"),
    *("pabrik", "mau", "akan", "bakal", "rencana", "rencananya", "nanti", "belum", "wa", "chat", "pesan", "mess"),
})  # fmt: skip
_COMES_TRUE, _NOT = "jadi", frozenset({"tidak", "belum"})
_PUT_OFF = frozenset({
    *(_COMES_TRUE, "batal", "dibatalkan", "diundur", "mundur", "diundurkan", "dimundurkan", "dimundurin", "ditunda"),
    *("molor", "gagal", "postponed", "cancelled", "delayed"),
})  # fmt: skip
_EACH = frozenset({"tiap", "setiap", "every", "sehari", "each"})
_YEAR = re.compile(r"20[0-4]\d")
_MONTHS_OF_A_YEAR = 12
_DIGITS = 2  # of how many months
_MOST_LEADS = 3  # terms; "sejak awal bulan mei"
_FAR = 7  # terms between leaving and when it was


def time_of_leaving(mentions: Mentions) -> Found | None:
    """Give when somebody left, in the writer's own words, None where nothing of the kind stands beside it."""
    words = mentions.words
    left = [*leaving(mentions), *_entering(mentions)]
    if not left:
        return None
    times = _times(words, frozenset(left))
    told = [span for span in times if _is_of_leaving(words, span, left)]
    if not told:
        return None
    when = _put_off_to(words, told[0]) or _with_what_follows(told[0], times)
    said = words.said(when.first, when.last)
    return Found(said, said)


def _with_what_follows(first: Span, times: Sequence[Span]) -> Span:
    """Give "habis lebaran thn lalu bln 4" as the one time that it is."""
    whole = first
    for span in times:
        if span.first == whole.last:
            whole = Span(whole.first, span.last)
    return whole


def _put_off_to(words: Words, told: Span) -> Span | None:
    """Give the last month named after it was put off: "katanya Juni. tidak jadi. sekarang dijanjikan lagi Februari"."""
    if not words.has_any(_PUT_OFF):
        return None
    at = next((at for at in range(told.last, len(words.forms)) if words.forms[at] in _PUT_OFF), None)
    if at is None or (words.forms[at] == _COMES_TRUE and words.forms[at - 1] not in _NOT):
        return None
    later = [
        Span(month, _year(words.forms, month + 1) or month + 1)
        for month in range(at + 1, len(words.forms))
        if words.forms[month] in MONTHS and _is_a_time_anew(words, month)
    ]
    return later[-1] if later else None


def _is_a_time_anew(words: Words, at: int) -> bool:
    """Tell "terus Agustus" and "dijanjikan lagi Februari" from "5 Februari" and "gaji Februari belum dibayar"."""
    is_dated = at > 0 and words.forms[at - 1].isdecimal()
    return not is_dated and _ANOTHER_MATTER.isdisjoint(words.forms[i] for i in words.clause_of(at))


def _entering(mentions: Mentions) -> Iterator[int]:
    """Read "masuknya bulan maret lewat jakarta" and "masuk malaysia april", not "masuk kerja bulan maret"."""
    words = mentions.words
    if not words.has_any(_ENTERS) or not mentions.has(*KINDS):
        return
    for at in words.places_of(_ENTERS):
        # "I came on a tourist visa in September, from Lombok to Dubai"
        parts = words.sentences if words.forms[at] in _CAME else words.clauses
        goes = any(p.span.first > at and parts[p.span.first] == parts[at] for p in _passed_or_reached(mentions))
        if goes and at not in mentions.negated and _NO_COUNTRY.isdisjoint(words.forms[max(0, at - 2) : at + 2]):
            yield at


def _passed_or_reached(mentions: Mentions) -> Iterator[Place]:
    yield from (p for p in named_places(mentions) if p.is_abroad or p.lead in {"via", "to"})


def _times(words: Words, left: frozenset[int]) -> list[Span]:
    found: list[Span] = []
    at = 0
    while at < len(words.forms):
        end = _time_at(words.forms, at, left)
        if end:
            found.append(Span(at, end))
        at = max(end, at + 1)
    return found


def _is_of_leaving(words: Words, span: Span, left: Sequence[int]) -> bool:
    """Tell "berangkat bulan mei" and "dibawa calo, 3 bulan lalu" from "dibawa ke sana, gaji 3 bulan lalu belum"."""
    return any(_is_beside(words, span, at) for at in left)


def _is_beside(words: Words, span: Span, at: int) -> bool:
    between = range(span.last, at) if at >= span.last else range(at + 1, span.first)
    if len(between) > _FAR or words.sentences[at] != words.sentences[span.first]:
        return False
    if any(words.forms[i] in _ANOTHER_MATTER for i in between):
        return False
    follows = words.forms[span.last : span.last + 1]
    if at < span.first and follows and words.clauses[span.last] == words.clauses[span.first]:
        is_long = words.forms[span.first] in _HOW_LONG
        if follows[0] in _ANOTHER_MATTER or (is_long and follows[0] in {"tidak", "belum"}):
            return False
    return words.clauses[at] == words.clauses[span.first] or _is_a_clause(words, span)


def _is_a_clause(words: Words, span: Span) -> bool:
    begins = span.first == words.clause_begins(span.first)
    return begins and (span.last >= len(words.forms) or words.clauses[span.last] != words.clauses[span.first])


def _time_at(forms: list[str], at: int, left: frozenset[int]) -> int:
    """Give the term after the time that begins at term `at`, 0 for none."""
    if at and (forms[at - 1] in _EACH or forms[at - 1] in MONTHS):
        return 0  # "tiap minggu lalu dipukul", "29 februari tahun lalu"
    for read in (_ago, _this_or_last, _at_a_feast):
        if end := read(forms, at):
            return end
    end = _so_long(forms, at)
    if end and not left.isdisjoint({at - 1, end, end + (forms[end : end + 1] == ["dia"])}):
        return end
    return _month_or_year(forms, at, is_beside=at - 1 in left)


def _ago(forms: list[str], at: int) -> int:
    """Read "3 bulan yg lalu", "setahun lalu" and "beberapa minggu lalu"."""
    end = at + 1 if forms[at] in _ONE_OF_THEM else _counted(forms, at)
    end += forms[end : end + 1] == ["yang"]
    return end + 1 if end > at and end < len(forms) and forms[end] in _AGO else 0


def _counted(forms: list[str], at: int) -> int:
    """Give the term after "3 bulan" and "beberapa minggu", `at` for none."""
    used = numeral_at(forms, at)[1] if forms[at] in NUMERALS else 0
    used = used or int(forms[at] in _SOME or (forms[at].isdecimal() and len(forms[at]) <= _DIGITS))
    is_of_time = used and at + used < len(forms) and forms[at + used] in _UNITS
    return at + used + 1 if is_of_time else at


def _so_long(forms: list[str], at: int) -> int:
    """Read "pergi sudah 3 bulan"."""
    if forms[at] not in _HOW_LONG or at + 1 >= len(forms):
        return 0
    end = _counted(forms, at + 1)
    if end > at + 1:
        may_be_an_age = forms[end - 1] == "tahun" and forms[at] != "sudah"  # "ponakan sy baru 15 thn dibawa"
        return 0 if may_be_an_age else end
    return at + 2 if forms[at + 1] in _ONE_OF_THEM else 0


def _this_or_last(forms: list[str], at: int) -> int:
    """Read "bulan lalu", "tahun ini" and "last year"; "3 bulan lalu" is read as that."""
    if forms[at] == "last":
        return at + 2 if at + 1 < len(forms) and forms[at + 1] in _UNITS - {"hari"} else 0
    begins = at + (forms[at] in _PART)
    if begins >= len(forms) or forms[begins] not in _UNITS - {"hari"}:
        return 0
    end = begins + 1 + (forms[begins + 1 : begins + 2] == ["yang"])
    if end < len(forms) and forms[end] in _THIS:
        return end + 1
    is_year = begins > at and forms[begins] == "tahun" and not (end < len(forms) and forms[end] in {"depan", "baru"})
    return _year(forms, begins + 1) or begins + 1 if is_year else 0


def _at_a_feast(forms: list[str], at: int) -> int:
    """Read "habis lebaran", "pas bulan puasa kemarin" and "habis panen tembakau"."""
    if forms[at] not in _AFTER | _DURING:
        return 0
    begins = at + 1 + (forms[at] not in {"bulan", "musim"} and forms[at + 1 : at + 2] in (["bulan"], ["musim"]))
    if forms[begins : begins + 2] == _NEW_YEAR:
        return begins + 2
    if begins >= len(forms) or forms[begins] not in _FEASTS:
        return 0
    end = begins + 1
    while end < len(forms) and forms[end] in _OF_A_FEAST:
        end += 1
    return _year(forms, end) or end


def _month_or_year(forms: list[str], at: int, *, is_beside: bool) -> int:
    """Read "bulan mei", "april 2025", "bulan 9", "in October", "tahun 2023" and, right beside leaving, "mei"."""
    begins = at
    while begins < len(forms) and forms[begins] in _PART | _SINCE:
        begins += 1
    if begins >= len(forms) or begins - at > _MOST_LEADS:
        return 0
    is_led = is_beside or begins > at
    if forms[begins] in MONTHS:
        end = _year(forms, begins + 1)
        is_a_date = forms[begins + 1 : begins + 2] and forms[begins + 1].isdecimal() and not end
        is_a_date = is_a_date or (at > 0 and forms[at - 1].isdecimal())
        is_last = forms[begins + 1 : begins + 2] in (["kemarin"], ["lalu"])
        return 0 if is_a_date else end or (begins + 1 + is_last if is_led or is_last else 0)
    if begins > at and forms[begins - 1] == "bulan" and forms[begins].isdecimal():
        return (_year(forms, begins + 1) or begins + 1) if 1 <= int(forms[begins]) <= _MONTHS_OF_A_YEAR else 0
    return _year(forms, begins) if is_led else 0


def _year(forms: list[str], at: int) -> int:
    """Give the term after "2023", "tahun 2023" and "tahun lalu", 0 for none."""
    at += forms[at : at + 1] == ["tahun"]
    is_last = at and forms[at - 1 : at + 1] in (["tahun", "lalu"], ["tahun", "kemarin"])
    return at + 1 if is_last or (at < len(forms) and _YEAR.fullmatch(forms[at])) else 0
