"""Of whom a line speaks: "namanya Rini" is whoever the lines before were about, whatever was asked meanwhile."""

from collections.abc import Iterable, Sequence

from flows import questions as q
from flows.conversation import Conversation
from flows.folding import fold
from flows.phrases import Words, spoken_of_words

_ASKS_FOR_A_NAME = frozenset({q.RECRUITER.id, q.VICTIM.id, q.ANONYMOUS.id, q.REPORTER_NAME.id, q.CONTACT_WORDING.id})
_ASKS_FOR_A_NUMBER = frozenset({q.RECRUITER.id, q.RECRUITER_PHONE.id, q.CONTACT.id, q.CONTACT_PHONE.id})
_ASKS_FOR_A_FIGURE = frozenset({q.DEPARTURE.id, q.PAYMENT.id, q.RECRUITER_PHONE.id, q.CONTACT_PHONE.id})
_YOUNGEST, _OLDEST = 10, 70
_NUMBERS = {"recruiter": "recruiter_phone", "victim_name": "victim_phone"}
_A_NAME = 4  # letters; shorter ones stand in other words
_BACK = 3  # lines; what was told longer ago is no longer spoken of
_REACHED = "dihubungi"
_OWN_NAME = 3  # words
_A_LINE = 14  # words; a longer text names its people itself


def meant_by_a_name(text: str, story: str, asked: str) -> str:
    """Give the question that a name in this line answers, "" where the line gives none or nothing shows whose it is.

    Args:
        text: The line.
        story: What was told before, a line each.
        asked: Id of the question that was shown; where it asks for a name, only the line itself can mean another.
    """
    words, known = fold(text[:200]), spoken_of_words()
    if len(words) > _A_LINE or known.naming.isdisjoint(words):
        return ""
    own = _spoken_of(words)
    if own or asked in _ASKS_FOR_A_NAME:
        return own
    if not known.aged.isdisjoint(words):
        return q.VICTIM.id
    if _is_an_elder(words):
        return q.RECRUITER.id
    return _last_spoken_of(_lines_before(story))


def is_lone_age(text: str, told: Conversation, asked: str) -> bool:
    """Say whether "19" a line after somebody was spoken of is their age, and not the number of a choice."""
    number = text.strip(" .")
    if not number.isdecimal() or not _YOUNGEST <= int(number[:4]) <= _OLDEST or asked in _ASKS_FOR_A_FIGURE:
        return False
    if told.knows("victim_age"):
        return False
    last = fold(told.value("what").rpartition("\n")[2][:300])
    if told.value(q.VICTIM.id) == "self":
        return 1 < len(last) <= _OWN_NAME and last[0] in spoken_of_words().mine  # "sy Ilham", then "26"
    who = _spoken_of(last)
    return len(last) <= _A_LINE and (who == q.VICTIM.id or (not who and gives_a_name(last)))


def gives_a_name(words: Words) -> bool:
    """Say whether a short line gives somebody's name: "Maesarah namanya"."""
    return len(words) > 1 and not spoken_of_words().naming.isdisjoint(words)


def meant_by_a_number(text: str, told: Conversation, asked: str) -> str:
    """Give the key of whoever a number in this line belongs to, "" where nothing but the words beside it shows that.

    "nomer Herman udh ga aktif" is Herman's; "bisa dihubungi malem di ..." is theirs of whom the talk is, as long as
    nobody who recruits was named.
    """
    words = fold(text[:200])
    if len(words) > _A_LINE:
        return ""
    for key, number in _NUMBERS.items():
        if not _names_told(told.value(key)).isdisjoint(words):
            return number
    known = spoken_of_words()
    reached = _REACHED in words and known.mine.isdisjoint(words) and known.recruiter.isdisjoint(words)
    if reached and asked == q.RECRUITER.id and told.knows("victim_relation") and not told.knows(q.RECRUITER.id):
        return "victim_phone"  # "hp dia masih bisa dihubungi", before anybody else was named
    if asked in _ASKS_FOR_A_NUMBER or told.knows(q.RECRUITER.id) or not known.mine.isdisjoint(words):
        return ""
    who = _last_spoken_of([words, *_lines_before(told.value("what"))])
    return "victim_phone" if who == q.VICTIM.id else ""


def _names_told(value: str) -> frozenset[str]:
    known = spoken_of_words()
    return frozenset(word for word in fold(value[:60]) if len(word) >= _A_NAME) - known.elders - known.recruiter


def _is_an_elder(words: Words) -> bool:
    known = spoken_of_words()
    return any(
        word in known.naming and words[at + 1 : at + 2] and words[at + 1] in known.elders
        for at, word in enumerate(words)
    )


def _lines_before(story: str) -> Sequence[Words]:
    return [fold(line[:300]) for line in reversed(story.split("\n")[-_BACK:])]


def _last_spoken_of(lines: Iterable[Words]) -> str:
    return next((who for line in lines if (who := _spoken_of(line))), "")


def _spoken_of(words: Words) -> str:
    known, single = spoken_of_words(), {word.removesuffix("2") for word in words}
    recruits, suffers = not known.recruiter.isdisjoint(single), not known.victim.isdisjoint(single)
    if recruits == suffers:
        return ""
    return q.RECRUITER.id if recruits else q.VICTIM.id
