"""Whose place a point on the map is, told in words: "itu rumah tempat mereka ditampung", "ini lokasi saya skrg"."""

from flows import questions as q
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.phrases import Words
from flows.picking import place_the_pin
from flows.spoken_of import names_told
from flows.turning import Turning
from flows.understanding.lexicon import word_set
from flows.understanding.word import form_of
from flows.word_tables import contact_words, spoken_of_words

_PIN = "pin"
_POINTING = frozenset(fold("itu ini tadi td nike niki this that its it yang yg tsb"))
_LEADS = frozenset(fold("titik titiknya peta petanya map pin pinnya sharelok shareloc sherlok serlok share loc"))
_PLACES = frozenset(fold(
    "rumah rumahnya tempat tempatnya tmpt tmpat tmptnya lokasi lokasinya lokasiny posisi posisinya alamat alamatnya"
    " house place location"
))  # fmt: skip
_BESIDE = frozenset(fold("di pak bu kak min bang mas ya kan sih pas adalah is the a skrg sekarang lagi dari d"))
_HELD = frozenset({
    *("ditampung", "disekap", "dikurung", "dikunci", "ditahan", "dikumpulkan", "dikumpulin", "diinapkan"),
    *("disembunyikan", "disembunyiin", "penampungan", "penampungannya", "dipekerjakan", "held", "kept"),
    *("locked", "dititip", "dititipkan"),
})  # fmt: skip
_THEIRS = frozenset(fold("dia mereka mrk korban korbannya nya they them she he her his their"))
_MINE = frozenset(fold("saya sy aku ku kami tiang my our we i"))
_UNSURE = frozenset(fold("bukan bkn belum kurang lupa mana siapa apa kemana whose not kayaknya kayanya mungkin"))
_FIRST, _NEAR = 4, 6  # words
_LONGEST = 160  # characters


def take_the_pins_owner(turn: Turning) -> None:
    """Note whose place the pin is where a line says so, so that it is not asked."""
    told = turn.conversation
    if _PIN not in told.answers or told.flow != "report" or told.knows(q.PIN_WHOSE.id) or len(turn.text) > _LONGEST:
        return
    shown = told.shown
    whose = owner_in(turn, is_asked=shown is not None and shown.prompt == q.PIN_WHOSE.id)
    if not whose:
        return
    turn.answer({q.PIN_WHOSE.id: Answer(whose, Origin.VOLUNTEERED, turn.text[:80])})
    place_the_pin(turn, whose)
    if turn.conversation.value(q.VICTIM_NOW.id) == told.value(_PIN):
        turn.forget({q.VICTIM_NOW.id})  # the point tells it better than "rumah tempat mereka ditampung"


def owner_in(turn: Turning, *, is_asked: bool) -> str:
    """Give the choice that a line means: "victim", "self", "recruiter", "" where it tells of no place or no owner.

    Args:
        turn: The turn with the line.
        is_asked: Whether it was just asked whose place the point is.
    """
    words = fold(turn.text)
    if "?" in turn.text or not _UNSURE.isdisjoint(words) or "tidak" in map(form_of, words):
        return ""
    places = _PLACES | word_set("place_nouns") | word_set("holding_places")
    at = next((at for at, word in enumerate(words) if word in places or word.removesuffix("nya") in places), None)
    if at is None:
        return ""
    is_of_the_pin = is_asked or at == 0 or (at < _FIRST and (_POINTING | _LEADS | _BESIDE).issuperset(words[:at]))
    is_pointed_at = is_asked or at == 0 or not (_POINTING | _LEADS).isdisjoint(words[:at])
    return _owner(turn, words[at:]) if is_of_the_pin and is_pointed_at else ""


def _owner(turn: Turning, words: Words) -> str:
    """Give whose place it is: who is held there counts before whose house it is, else the first named behind it."""
    told, known = turn.conversation, spoken_of_words()
    own = _MINE | contact_words().selves
    if not _HELD.isdisjoint(words):
        return "victim" if not own.isdisjoint(words) or not _is_told_of_nobody(turn, words) else ""
    recruiters = known.recruiter | word_set("recruiters") | names_told(told.value(q.RECRUITER.id))
    kin = known.victim | known.acquaintances | names_told(told.value("victim_name")) | _THEIRS
    for word in words[:_NEAR]:
        bare = word.removesuffix("nya")
        if word in recruiters or bare in recruiters:
            return "recruiter"
        if word in kin or bare in kin or word in fold(told.value("victim_relation")[:40]):
            return "victim"
        if word in own:
            return "self"
    return ""


def _is_told_of_nobody(turn: Turning, words: Words) -> bool:
    """Say whether nobody is known who could be held there."""
    told = turn.conversation
    is_known = any(told.knows(key) for key in (q.VICTIM.id, "victim_relation", "victim_count", "victim_name"))
    return not is_known and _THEIRS.isdisjoint(words) and q.VICTIM.id not in turn.reading.found
