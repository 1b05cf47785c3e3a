"""Which places are only passed: "pas sampe bangkok dibawa nyebrang sungai", "from Jakarta then Oman then here"."""

from flows.understanding.mentions import Mentions
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
