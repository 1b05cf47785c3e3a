"""Which places are only passed: "pas sampe bangkok dibawa nyebrang sungai", "from Jakarta then Oman then here"."""

from flows.understanding.mentions import Mentions
from flows.understanding.numerals import NUMERALS
from flows.understanding.pattern import Span

THEN = frozenset({"terus", "lalu", "baru", "kemudian", "habis", "lanjut", "lepas", "then"})
"""Words after which a journey goes on."""
ON = frozenset({"terus", "lanjut"})
"""Words with which it goes on at once."""
_UNSAID = frozenset({"katanya", "kata", "tidak", "belum", "kemana", "entah"})
_HERE = frozenset({"here", "sini", "kesini"})
_ARRIVING = frozenset({"sampai", "tiba", "setiba", "setibanya", "mendarat", "landing", "arrived", "reached"})
_MOVED_ON = frozenset({
    *("dibawa", "dinaikin", "dinaikkan", "diangkut", "dijemput", "dioper", "disuruh", "lanjut", "terus"),
    *("langsung", "naik", "taken", "moved", "brought"),
})  # fmt: skip
_CROSSING = frozenset({
    *("nyebrang", "nyeberang", "menyeberang", "menyebrang", "seberang", "diseberangkan", "diseberangin", "disebrangin"),
    *("crossed", "across", "nerobos", "menerobos"),
})  # fmt: skip
# "sampai jakarta dialihkan tiketnya": where it went on to is another place
_TURNED = frozenset({"dialihkan", "dialihin", "dibelokin", "dibelokkan", "diganti", "dioper", "dipindah", "dipindahin"})
_RIVER, _ONWARDS = frozenset({"sungai", "perbatasan", "border", "river", "kali"}), 8  # terms
_AT = frozenset({"di", "at", "in"})
_JOINED = frozenset(
    {"sambung", "disambung", "nyambung", "menyambung", "dilanjut", "dilanjutkan", "lanjutin", "melanjutkan"}
)
_RIDES = frozenset({
    *("naik", "pake", "pakai", "jalan", "darat", "laut", "jalur", "bus", "bis", "mobil", "travel", "kapal", "ferry"),
    *("feri", "perahu", "boat", "speedboat", "pesawat", "kereta", "motor", "van", "minibus", "taksi", "truk"),
    *("dengan", "terbang", "nyebrang", "nyeberang", "dibawa", "dijemput", "lagi", "langsung", "by", "via"),
    *("kaki", "lewat", "penerbangan", "udara", "road", "land", "sea", "train", "flight", "nya", "dan", "perjalanan"),
})  # fmt: skip
_HOW_LONG = frozenset({
    *("hari", "minggu", "malam", "semalam", "seminggu", "sehari", "jam", "sejam", "cuma", "hanya", "saja", "sebentar"),
    *("bentar", "doang", "sekitar", "kira", "paling", "sempat", "sempet", "nginap", "nginep", "menginap", "transit"),
    *("days", "day", "nights", "night", "week", "weeks", "only", "just", "for", "stayed", *NUMERALS),
})  # fmt: skip
_STAYED = frozenset({"sempat", "sempet", "nginap", "nginep", "menginap", "transit", "singgah", "mampir", "stayed"})
_LEFT_IT = (_MOVED_ON - {"lanjut", "terus"}) | _CROSSING | frozenset({
    *("terbang", "diterbangkan", "diterbangin", "dijual", "dikirim", "berangkat", "diberangkatkan", "pindah", "ke"),
    *("dipindah", "dipindahin", "dipindahkan", "jalan", "flown", "flew", "went", "sold", "sent", "they", "mereka"),
})  # fmt: skip
_STAY = 5  # terms
_TO, _A_TOWN, _RIDE = frozenset({"ke", "to", "menuju"}), 1, 7  # terms


def goes_on_here(mentions: Mentions, span: Span) -> bool:
    """Say whether a place is the last before where the writer is: "from Jakarta then Oman then here"."""
    words, last = mentions.words, span.last
    return (
        words.forms[last : last + 1] != []
        and words.forms[last] in THEN
        and _HERE.issuperset(words.forms[last + 1 : last + 2] or [""])
    )


def is_crossed_from(mentions: Mentions, span: Span) -> bool:
    """Read "pas sampe bangkok dibawa mobil nyebrang sungai", not "sampai malaysia naik boat", which tells how."""
    words = mentions.words
    before = span.first - 1 - (words.forms[span.first - 1] in _AT)
    if before < 0 or words.forms[before] not in _ARRIVING or span.last >= len(words.forms):
        return False
    after = [
        words.forms[at] for at in range(span.last, len(words.forms)) if words.sentences[at] == words.sentences[before]
    ]
    after = after[:_ONWARDS]
    return after[:1] != [] and (
        after[0] in _CROSSING
        or after[0] in _TURNED
        or not (_MOVED_ON.isdisjoint(after[:2]) or (_CROSSING | _RIVER).isdisjoint(after))
    )


def is_left_again(mentions: Mentions, span: Span) -> bool:
    """Read "di istanbul cuma 4 hari trs diterbangin" and "sempat 3 hari di surabaya baru dibawa": nobody stayed there.

    "di Batam 3 hari", of who is there, goes nowhere from it.
    """
    words, last = mentions.words, span.last
    if not words.has_any(_HOW_LONG):
        return False
    inside = [
        words.forms[at] for at in range(last, len(words.forms)) if words.sentences[at] == words.sentences[last - 1]
    ]
    then = next((at for at, form in enumerate(inside[: _STAY + 1]) if form in THEN), None)
    if then is None or not _is_a_while(inside[:then]):
        return False
    onwards = inside[then + 1 + (inside[then + 1 : then + 2] == ["itu"]) :][:2]
    return (bool(inside[:then]) or is_halted_at(mentions, span)) and not _LEFT_IT.isdisjoint(onwards)


def is_halted_at(mentions: Mentions, span: Span) -> bool:
    """Read "transit 3 hari di jakarta" and "sempat semalam di batam": how long stands before the place."""
    forms, at = mentions.words.forms, span.first - 1
    if at < 0 or forms[at] not in _AT:
        return False
    while at and _is_a_while(forms[at - 1 : at]):
        at -= 1
        if forms[at] in _STAYED and at < span.first - 2:
            return True
    return False


def _is_a_while(forms: list[str]) -> bool:
    return all(form in _HOW_LONG or form[0].isdigit() for form in forms)


def goes_on_unsaid(mentions: Mentions, span: Span) -> bool:
    """Say whether it is left open where it goes from there: "ke surabaya terus katanya", "ke jakarta trus gatau"."""
    words, last = mentions.words, span.last
    return not ON.isdisjoint(words.forms[last : last + 1]) and _UNSAID.issuperset(words.forms[last + 1 : last + 2])


def rides_on(between: list[str]) -> bool:
    """Read the "lanjut jalan darat ke" between two places, one town's name at most before the second."""
    if not 0 < len(between) <= _RIDE or between[0] not in THEN | _JOINED:
        return False
    to = next((at for at, form in enumerate(between) if form in _TO), None)
    return to is not None and (_RIDES | _JOINED).issuperset(between[1:to]) and len(between) - to - 1 <= _A_TOWN


PASSING = (goes_on_here, is_crossed_from, is_left_again, is_halted_at)
"""The ways in which a line tells that nobody stayed at a place, whatever word leads to it."""
