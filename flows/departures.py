"""Whose day it is: once it is known when somebody left, only a day of the journey itself takes its place."""

import re
from datetime import date

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.reading import Found
from flows.turning import signs_of
from flows.understanding.moments import is_weekday
from flows.understanding.places_abroad import is_inland
from flows.understanding.words import Words, read_words
from flows.word_tables import departing_words

_A_DAY = re.compile(r"(\d{4}-\d\d-\d\d)")
_LONGEST = 4000  # characters looked at
_NEAR = 8  # terms
_GONE = frozenset({"unpaid", "lost_contact", "missing", "escaped", "forced_labour", "forced_scam"})
_TAKEN = frozenset({"dijemput", "diambil", "dibawa", "diangkut", "jalan"})
_DAYS = frozenset({"besok", "lusa", "tanggal", "minggu", "tomorrow"})
_AGAIN, _FROM = "lagi", frozenset({"dari", "from"})
_OTHERS = frozenset(fold("saya sy aku gue kami kita polisi petugas tuanya bapaknya ibunya ayahnya keluarganya mereka"))
_OTHERS_LATER = frozenset(fold("lagi lainnya sisanya berikutnya menyusul"))
_BEFORE_THE_VERB = frozenset(fold("mau akan bakal sudah juga ikut jadi rencana rencananya besok lusa"))


def takes_its_place(told: Conversation, found: Found, text: str, today: date) -> bool:
    """Say whether a day told now stands for the departure told before: "berangkatnya jadi kamis", "diundur"."""
    before, now = _A_DAY.match(told.value(q.DEPARTURE.id)), _A_DAY.match(found.value)
    if before and not now:
        return False  # "awal bulan ini" says less than the day that is known
    words = read_words(text[:_LONGEST])
    said = _clause_of(words, found.words)
    is_put_off = _is_put_off(words, said)
    if before and now and now[1] > before[1] and not is_put_off and not _OTHERS_LATER.isdisjoint(said):
        return False  # "empat orang lagi berangkat 30 november": officers get the earliest
    is_gone = before is not None and date.fromisoformat(before[1]) < today and is_away(told)
    is_ahead = now is not None and date.fromisoformat(now[1]) >= today
    return tells_the_journey(told, found, text) and (is_put_off or not (is_gone and is_ahead))


def tells_the_journey(told: Conversation, found: Found, text: str) -> bool:
    """Say whether a day stands where the victim's own leaving is told: not a move, not another's way."""
    words, known = read_words(text[:_LONGEST]), departing_words()
    said = _clause_of(words, found.words)
    if not known["moving"].isdisjoint(said) or _goes_again(said):
        return False
    if _is_put_off(words, said) or known["beside"].issuperset(set(said) - set(read_words(found.words).forms)):
        return True  # "diundur kamis", "eh kamis pagi"
    leaves = [at for at, form in enumerate(said) if form in known["leaving"]]
    if not leaves:
        return not known["carriers"].isdisjoint(said) and not _FROM.isdisjoint(said)
    return not all(_is_anothers(told, said[:at]) for at in leaves)


def _is_put_off(words: Words, said: list[str]) -> bool:
    """Read "diundur kamis", "malam ini dijemput, ga jadi besok" and "selasa ga jadi pak, malam ini dijemput"."""
    forms = words.forms
    denied = [at for at in range(len(forms)) if forms[at : at + 2] == ["tidak", "jadi"]]
    called_off = (near for at in denied for near in (forms[at + 2 : at + 4], forms[max(0, at - 1) : at]))
    is_called_off = any(map(_names_a_day, called_off)) and not (_TAKEN | departing_words()["leaving"]).isdisjoint(said)
    return is_called_off or not departing_words()["put_off"].isdisjoint(said)


def _names_a_day(words: list[str]) -> bool:
    return any(word in _DAYS or is_weekday(word) for word in words)


def _goes_again(said: list[str]) -> bool:
    """Read "kapalnya berangkat lagi"; in "dia lagi di mess, berangkat besok" it means now."""
    going = departing_words()["leaving"] | {"jalan", "berlayar"}
    return any(form in going and _AGAIN in said[at + 1 : at + 3] for at, form in enumerate(said))


def is_of_another_matter(told: Conversation, found: Found, text: str) -> bool:
    """Say whether the first day told is a move of who is there already: "besok dia dipindah ke blok lain"."""
    said, known = _clause_of(read_words(text[:_LONGEST]), found.words), departing_words()
    return is_away(told) and not known["moving"].isdisjoint(said) and known["leaving"].isdisjoint(said)


def is_away(told: Conversation) -> bool:
    """Say whether the victim has left: what is done there is told, or they are where they were to go."""
    if not _GONE.isdisjoint(name for name, _ in signs_of(told)):
        return True
    here, goal = told.value(q.VICTIM_NOW.id), told.value(q.DESTINATION.id)
    return bool(goal) and not is_inland(goal) and not set(fold(here)).isdisjoint(fold(goal))


def _is_anothers(told: Conversation, before: list[str]) -> bool:
    """Read "saya mau berangkat besok nyusul", where somebody else is the victim."""
    said = list(before)
    while said and said[-1] in _BEFORE_THE_VERB:
        said.pop()
    others = _OTHERS - {"saya", "aku"} if told.value(q.VICTIM.id) in {"", "self"} else _OTHERS
    return told.value(q.VICTIM.id) != "self" and bool(said) and said[-1] in others


def _clause_of(words: Words, day: str) -> list[str]:
    """Give the plain words near a day, in its own clause or clauses; all words where it is not found."""
    start = words.text.find(day)
    inside = [at for at, (first, _) in enumerate(words.spans) if start <= first < start + len(day)]
    if start < 0 or not inside:
        return list(words.forms)
    clauses = {words.clauses[at] for at in inside}
    near = range(max(0, inside[0] - _NEAR), min(len(words.forms), inside[-1] + _NEAR + 1))
    return [words.forms[at] for at in near if words.clauses[at] in clauses]
