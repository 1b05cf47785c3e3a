"""What is told now and counts more than what was read before, unasked: a country before a town at home."""

from collections.abc import Mapping

from flows import questions as q
from flows.conversation import Conversation, Origin
from flows.folding import fold
from flows.reading import Found
from flows.understanding.money_told import is_the_surer_wage
from flows.understanding.places_abroad import is_inland
from flows.understanding.promises import standing_of

PARTS_OF_THE_WORLD: Mapping[str, frozenset[str]] = {
    "Timur Tengah": frozenset({
        *("Arab Saudi", "Uni Emirat Arab", "Kuwait", "Qatar", "Bahrain", "Oman", "Yordania", "Irak", "Suriah", "Libya"),
        *("Mesir", "Lebanon", "Turki", "Yaman", "Sudan"),
    }),
    "Eropa": frozenset({
        *("Polandia", "Jerman", "Rusia", "Serbia", "Rumania", "Italia", "Hungaria", "Bulgaria", "Kroasia", "Belanda"),
        *("Spanyol", "Prancis", "Portugal", "Yunani", "Siprus", "Malta", "Ceko", "Slovakia", "Slovenia", "Moldova"),
        *("Albania", "Bosnia", "Ukraina", "Latvia", "Lituania", "Finlandia", "Swedia", "Norwegia", "Turki", "Inggris"),
    }),
    "Afrika": frozenset({
        *("Libya", "Kongo", "Mesir", "Sudan", "Maroko", "Tunisia", "Aljazair", "Nigeria", "Etiopia", "Afrika Selatan"),
        *("Mauritius", "Kenya", "Angola"),
    }),
}  # fmt: skip
"""What is told first, and the countries that say more of it."""
_LINE, _JUST_BEFORE = 60, 5  # characters, words
_IN_THE_PAST = frozenset(fold("pernah prnah mantan bekas former used formerly"))
_BY_NOW = frozenset(fold("sekarang skrg skrng skg ditawari ditawarin diajak diajakin now offered"))


def outranks(conversation: Conversation, key: str, found: Found, text: str) -> bool:
    """Say whether what is told now counts more than what was read of it before, unasked."""
    told = conversation.answers.get(key)
    if told is None or told.origin is not Origin.VOLUNTEERED or told.value == found.value:
        return False
    match key:
        case "destination":
            is_nearer = _is_nearer_to_the_goal(conversation, told.value, found.value)
            return is_nearer or _was_left_long_ago(conversation, text)
        case "job":
            return standing_of(told.words) > standing_of(found.words) or told.value in found.value
        case "visa":
            return standing_of(told.words) < standing_of(found.words)
        case "recruiter":
            return told.value == conversation.value("company")  # a firm, then who of it
        case "transit":
            return told.value in found.value
        case "salary":
            return is_the_surer_wage(told.words, found.words)
        case _:
            return False


def _is_nearer_to_the_goal(conversation: Conversation, told: str, new: str) -> bool:
    """Let a country stand for a town at home, or for its part of the world, and a goal for where they only are."""
    if told in PARTS_OF_THE_WORLD:
        return new.rpartition(", ")[2] in PARTS_OF_THE_WORLD[told]
    return is_inland(told) and (not is_inland(new) or told.casefold() in conversation.value(q.VICTIM_NOW.id).casefold())


def _was_left_long_ago(conversation: Conversation, text: str) -> bool:
    """Read "skrg ditawari ke Polandia", of who "dulu pernah kerja di HK"."""
    said = conversation.answers[q.DESTINATION.id].words
    before = fold(conversation.value(q.WHAT.id).partition(said)[0][-_LINE:])[-_JUST_BEFORE:] if said else ()
    return not _IN_THE_PAST.isdisjoint(before) and not _BY_NOW.isdisjoint(fold(text[:_LINE]))
