"""Whether an answer means the number of this very chat: "nmr yg mada pake ini pak", "nomer ini aman", "this number"."""

from functools import cache

from flows import questions as q
from flows.clauses import Clause, clauses_of
from flows.contact_hours import hours_beside
from flows.contact_limits import limits_in
from flows.conversation import Answer, Origin
from flows.folding import fold
from flows.noting import tell_noted
from flows.phrases import without_fillers
from flows.texts import say
from flows.turning import Turning
from flows.volunteering import volunteer
from flows.word_tables import contact_words, number_words, ordinary_words

_THIS = frozenset(fold("ini ni nih niki nike niku this"))
_USING = frozenset(fold("pakai dipakai dipake gunakan digunakan kanggo use using used"))
_WHICH = frozenset(fold("yang"))
_HELD = frozenset(fold("pegang sendiri lagi sekarang sudah dah lah kok itu dong aja same"))
_OF_WHOM_IT_MAY_BE = frozenset({"contact", "recruiter_phone"})  # keys under which a number that answers may be read
_LONGEST = 200  # characters
_A_TELLING = 8  # words; so long an answer tells more than the number


def take_this_number(turn: Turning) -> bool:
    """Take "nomor ini saja" for the number of this chat, with whatever is told beside it; say whether it was that."""
    is_another = not _OF_WHOM_IT_MAY_BE.isdisjoint(turn.reading.found) or turn.wishes.contact.way in {"chat", "no"}
    if is_another or not means_this_number(turn.text):
        return False
    number = say("value.this_number", turn.conversation.language)
    turn.answer({q.CONTACT_PHONE.id: Answer(number, Origin.ASKED, turn.text[:_LONGEST])})
    _take_hours(turn)
    tell_noted(turn, volunteer(turn))
    if len(turn.text.split()) >= _A_TELLING:
        turn.add_to_story(turn.text)
    return True


def means_this_number(text: str) -> bool:
    """Say whether a clause says nothing but "this number": not "ini hp tetangga" nor "nomor ini jgn ya".

    Somebody else's phone stays as it was told, for whoever calls must know who answers.
    """
    return any(_is_this(clause) for clause in clauses_of(text[:_LONGEST]))


def _take_hours(turn: Turning) -> None:
    """Take the hours of "nomor ini cuma malam, jgn siang ya"."""
    clauses = clauses_of(turn.text[:_LONGEST])
    hours = hours_beside(clauses, [*filter(_is_this, clauses)])
    told = "; ".join(filter(None, (hours, limits_in(clauses, is_of_contact=True))))
    if told and q.CONTACT_WHEN.id not in turn.conversation.answers:
        turn.answer({q.CONTACT_WHEN.id: Answer(told, Origin.VOLUNTEERED, turn.text[:_LONGEST])})


def _is_this(clause: Clause) -> bool:
    words = clause.words
    if clause.asks or clause.has_number or _THIS.isdisjoint(words):
        return False
    if not _said_of_it().issuperset(without_fillers(words)):
        return False
    number = number_words().things | number_words().own
    is_a_number = not number.isdisjoint(words) or not (_WHICH | _USING).isdisjoint(words)
    return is_a_number and contact_words().refusals.isdisjoint(set(words) - {"no"})


@cache
def _said_of_it() -> frozenset[str]:
    """Give the words that may stand in "nomor wa yang saya pakai ini aman kok": nobody else is among them."""
    ways, ordinary = contact_words(), ordinary_words()
    how = ways.leads | ways.only | ways.may | ways.agreements | ways.welcome | ways.passive | ways.reaching
    which = ordinary.which_one | ordinary.this | ways.selves | ways.owned | ways.writing | ways.calling
    numbers = number_words().things | number_words().own
    return (
        how | which | numbers | _USING | _WHICH | _HELD | _THIS | ways.number | ways.times | ways.just
    ) - ways.others
