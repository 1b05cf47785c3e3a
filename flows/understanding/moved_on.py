"""Where somebody was brought in the end: "ternyata dibuang ke Erbil", "di Medan terus dilempar ke Penang"."""

from collections.abc import Sequence

from flows.understanding.mentions import Mentions
from flows.understanding.places_named import KINDS, PORT, Place, named_places
from flows.understanding.words import Words

# who was left, thrown or handed over somewhere is there
_SURELY_THERE = frozenset({
    *("dibuang", "dilempar", "dioper", "dioperin", "dipindah", "dipindahkan", "dipindahin", "dialihkan", "dialihin"),
    *("terdampar", "diturunkan", "diturunin", "dibelokin", "dibelokkan", "nyasar", "took", "brought", "moved"),
    *("transferred", "ditransfer", "dijebloskan"),
})  # fmt: skip
_BROUGHT = _SURELY_THERE | {
    "dibawa",
    "dikirim",
    "dijual",
    "diserahkan",
    "diserahin",
    "taken",
    "sent",
    "sold",
    "shipped",
    "trafficked",
    "smuggled",
    "flown",
    "diantar",
}
_ENGLISH = frozenset({"taken", "brought", "sent", "sold", "shipped", "trafficked", "smuggled", "flown"})
_WERE = frozenset({"was", "were", "got", "been"})
_UNSURE = frozenset({
    *("almost", "nearly", "supposed", "going", "to", "if", "might", "could", "would", "should", "will", "may", "not"),
    *("never", "wasn", "weren", "hasn", "haven", "once", "promised", "afraid", "money", "photo"),
    *("photos", "picture", "pictures", "letter", "documents", "document", "package", "parcel", "number", "message"),
})  # fmt: skip
_IS_BACK = frozenset({"back", "returned", "escaped", "home", "rescued", "deported"})
_AGAINST_THE_PLAN = frozenset({
    *("ternyata", "taunya", "tahunya", "rupanya", "malah", "malahan", "akhirnya", "akhir", "but", "instead", "tapi"),
})  # fmt: skip
_TURNS = _AGAINST_THE_PLAN | {"terus", "lalu", "kemudian", "then", "habis"}
_PLANNED = frozenset({
    *("mau", "akan", "bakal", "ingin", "nanti", "rencana", "rencananya", "hendak", "will", "be", "kalau", "jika"),
    *("takut", "takutnya", "ancam", "diancam", "jangan", "batal", "hampir", "nyaris", "minta", "belum", "tidak"),
    *("bisa", "boleh", "harus", "disuruh", "siap", "mungkin", "dijanjikan", "dijanjiin", "besok", "lusa"),
    *("dulu", "pernah", "sempat", "dulunya"),
})  # fmt: skip
_TO = frozenset({"ke", "to", "into"})
_MOVED_HOUSE = frozenset({"dipindah", "dipindahkan", "dipindahin", "pindah", "dioper", "dioperin", "moved"})
_TO_BE_MOVED = frozenset({"malam", "tonight", "lagi", "segera", "akan", "kata", "katanya", "dengar", "bilang", "habis"})
_THINGS = frozenset({
    *("paspor", "passport", "hp", "ktp", "uang", "duit", "barang", "nomor", "foto", "video", "surat", "kontrak"),
})  # fmt: skip
_WAITED_AT = frozenset({"pas", "waktu", "saat", "sampai", "tiba", "nyampe", "nyampai", "setiba", "setelah"})
_SINCE = frozenset({"sudah", "sejak", "selama", "since", "dari"})
_SPANS = frozenset({
    *("hari", "minggu", "bulan", "tahun", "malam", "seminggu", "sebulan", "setahun", "sehari", "semalam", "kemarin"),
    *("lama", "tadi", "pekan", "sepekan"),
})  # fmt: skip
_AHEAD = frozenset({"lagi", "depan", "besok", "nanti", "ini"})
_NO_LONGER = frozenset({"pulang", "kembali", "balik", "kabur", "lolos", "selamat", "dipulangkan", "sempat"})
_DAYS = 6  # terms
_FAR, _BEFORE, _BESIDE = 7, 8, 3  # terms
_LEAD = 2  # terms back from a place, over its "di"


def was_brought(mentions: Mentions, place: Place) -> bool:
    """Say whether somebody was brought to a place, not planned to be, and no further place is told before it."""
    at = _move_to(mentions, place) if mentions.words.has_any(_BROUGHT) else None
    if at is None:
        return False
    words = mentions.words
    if words.forms[at] in _SURELY_THERE or _was_in_english(words, at) or _for_days_by_now(words, place, at):
        return True
    begins = next(i for i in range(at + 1) if words.sentences[i] == words.sentences[at])
    return not _TURNS.isdisjoint(words.forms[begins:at])


def _for_days_by_now(words: Words, place: Place, verb: int) -> bool:
    """Read "dibawa ke pontianak udah 6 hari" and "sudah sebulan dibawa ke Bitung", not "ke Jakarta 6 hari lagi"."""
    if not words.has_any(_SPANS) or words.has_any(_NO_LONGER):
        return False
    begins, end = words.clause_begins(verb), place.span.last
    after = [words.forms[at] for at in range(end, min(end + _DAYS, len(words.forms))) if _goes_on(words, end, at)]
    return any(_tells_for_how_long(said) for said in (after, words.forms[max(begins, verb - _DAYS) : verb]))


def _goes_on(words: Words, end: int, at: int) -> bool:
    return words.sentences[at] == words.sentences[end - 1]


def _tells_for_how_long(said: list[str]) -> bool:
    since = next((at for at, form in enumerate(said) if form in _SINCE), None)
    return since is not None and not _SPANS.isdisjoint(said[since + 1 :]) and _AHEAD.isdisjoint(said)


def _was_in_english(words: Words, at: int) -> bool:
    """Read "was taken to", "has been sold to"; not "was going to be taken to", nor who "was sent to ..., came back"."""
    if not at or words.raw(at).lower() not in _ENGLISH or words.raw(at - 1).lower() not in _WERE:
        return False
    after = {words.raw(i).lower() for i in range(at + 1, len(words.forms))}
    begins = [i for i in range(max(0, at - _BEFORE), at) if words.sentences[i] == words.sentences[at]]
    return _UNSURE.isdisjoint(words.raw(i).lower() for i in begins) and _IS_BACK.isdisjoint(after)


def last_move(mentions: Mentions) -> int:
    """Give the term at which it is told that somebody was brought to where they are now, -1 for none."""
    if not mentions.words.has_any(_BROUGHT) or not mentions.has(*KINDS):
        return -1
    moves = [_move_to(mentions, place) for place in named_places(mentions) if was_brought(mentions, place)]
    return max((at for at in moves if at is not None), default=-1)


def was_moved_into(mentions: Mentions, at: int) -> bool:
    """Say whether somebody was moved to what begins at term `at`: "dipindah gedung c", not "mau dipindah ke mess"."""
    words = mentions.words
    verb = at - 1 - (at > 1 and words.forms[at - 1] in _TO)
    if verb < 0 or words.clauses[verb] != words.clauses[at] or words.forms[verb] not in _MOVED_HOUSE:
        return False
    begins = max(words.clause_begins(verb), verb - _BEFORE)
    sentence = [i for i in range(begins) if words.sentences[i] == words.sentences[verb]]
    near = {*words.forms[begins:verb], *(words.forms[i] for i in sentence)}
    return verb not in mentions.negated and near.isdisjoint(_PLANNED | _TO_BE_MOVED)


def without_passed(mentions: Mentions, places: Sequence[Place]) -> list[Place]:
    """Leave out each place from which somebody was moved on: "awalnya di Medan terus dilempar ke Penang"."""
    if not mentions.words.has_any(_BROUGHT):
        return list(places)
    moves = [at for at in range(len(mentions.words.forms)) if _is_a_move(mentions, at)]
    kept = [p for p in places if not _is_left(moves, p, places)]
    return kept or list(places)


def is_a_halt(mentions: Mentions, place: Place, here: Place) -> bool:
    """Tell the way in "pas di Istanbul diserahin ke agen lain, terus dibawa ke Damaskus"."""
    words, first = mentions.words, place.span.first
    is_waited = first >= _LEAD and words.forms[first - _LEAD] in _WAITED_AT
    is_on = any(_is_a_move(mentions, at) for at in range(place.span.last, here.span.first))
    return place.kind != PORT and place.lead == "at" and is_waited and is_on


def _is_left(moves: Sequence[int], place: Place, places: Sequence[Place]) -> bool:
    return any(place.span.last <= at < other.span.first for at in moves for other in places)


def _move_to(mentions: Mentions, place: Place) -> int | None:
    """Give where it is told that somebody was brought to a place."""
    words, first = mentions.words, place.span.first
    for at in range(first - 1, max(-1, first - 1 - _FAR), -1):
        if words.clauses[at] != words.clauses[first]:
            return None
        if words.forms[at] in _BROUGHT:
            is_to = not _TO.isdisjoint(words.forms[at + 1 : first])
            return at if is_to and _is_a_move(mentions, at) else None
    return None


def _is_a_move(mentions: Mentions, at: int) -> bool:
    """Tell "dibuang ke" from "mau dibuang ke", "takut dijual ke" and "hp dibawa ke"."""
    words = mentions.words
    if words.forms[at] not in _BROUGHT or at in mentions.negated:
        return False
    begins = max(words.clause_begins(at), at - _BEFORE)
    turn = next((i for i in range(at - 1, begins - 1, -1) if words.forms[i] in _AGAINST_THE_PLAN), begins)
    near = words.forms[turn:at]
    beside = words.forms[max(begins, at - _BESIDE) : at + _BESIDE]
    return _PLANNED.isdisjoint(near) and _THINGS.isdisjoint(beside)
