"""What a line says unasked that nobody knows is not asked for: "ga ada nomornya", "dia dimana sy ga tau"."""

from flows import questions as q
from flows.clauses import Clause, clauses_of
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.phrases import Words, without_fillers
from flows.report import PUT_OFF
from flows.turning import Turning
from flows.word_tables import having_words, ordinary_words, spoken_of_words

_LOOKED_AT = 120  # characters
_A_NUMBER = frozenset({"nomor", "nomer", "nomr", "nmr", "nmer", "nombor", "number"})
_NOTHING = 6  # words; "belum ada yang tau nomornya" and the like are not longer
_WHERE = frozenset(fold("dimana mana where dmn dmna dimn"))
_KNOWN = frozenset(fold("tahu know idea yakin"))
_CUT_APART = frozenset({"don", "doesn", "didn"})
_BESIDE_WHERE = frozenset(fold(
    "di sekarang skrg skg persisnya persis tepatnya tepat pastinya pasti jelas jelasnya ini itu juga sudah masih lagi"
    " posisi posisinya lokasi lokasinya keberadaannya keberadaan orangnya anaknya korbannya ada adanya have any is are"
    " she her exactly now at all sama sekali kalau soal karena tapi they"
))  # fmt: skip


def pass_by_what_nobody_knows(turn: Turning) -> None:
    """Leave open what the message says in so many words not to know: a number, or where the victim is."""
    if turn.conversation.flow != "report":
        return
    clauses = clauses_of(turn.text[:_LOOKED_AT])
    if q.RECRUITER_PHONE.id not in turn.conversation.answers and any(map(_has_no_number, clauses)):
        turn.leave_open(q.RECRUITER_PHONE.id)
    if not turn.conversation.knows(q.VICTIM_NOW.id) and any(map(_knows_not_where, clauses)):
        turn.leave_open(q.VICTIM_NOW.id, Origin.UNKNOWN)
        left = " ".join(key for key in turn.conversation.value(PUT_OFF).split() if key != q.VICTIM_NOW.id)
        turn.conversation = turn.conversation.with_answers({PUT_OFF: Answer(left, Origin.READ)})


def _has_no_number(clause: Clause) -> bool:
    """Read "ga tau nomornya", alone or behind "yg bawa bu Karim,"."""
    words = clause.words
    is_of_a_number = any(word.removesuffix("nya") in _A_NUMBER for word in words)
    return is_of_a_number and len(words) <= _NOTHING and _denies_having(words)


def _knows_not_where(clause: Clause) -> bool:
    """Read "sekarang dimana persisnya sy ga tau", not "sy ga tau kantornya dimana" and "ga tau mau dibawa kemana"."""
    words = clause.words
    known, unknown = spoken_of_words(), ordinary_words().dont_know
    is_unknown = not unknown.isdisjoint(words) or (not _KNOWN.isdisjoint(words) and _denies_having(words))
    if clause.asks or _WHERE.isdisjoint(words) or not is_unknown:
        return False
    said = _CUT_APART | {"t"} | ordinary_words().persons | known.victim | known.mine | unknown | having_words()[0]
    rest = [word for word in without_fillers(words) if word not in said | _WHERE | _KNOWN | _BESIDE_WHERE]
    return all(word.removesuffix("nya") in known.victim for word in rest)


def _denies_having(words: Words) -> bool:
    nots, haves = having_words()
    nots |= _CUT_APART
    return bool(nots.intersection(words) and haves.intersection(words))
