"""A number given to its owner: "itu nomor cucu sy bukan nomor sy", "yg 0877 itu suami sy", "itu punya bang Rio"."""

import re
from typing import NamedTuple

from flows import questions as q
from flows.bystanders import STORED
from flows.contact_others import is_somebody
from flows.conversation import Answer, Origin
from flows.correcting import Correction, put_right
from flows.folding import fold
from flows.named_behind import denies_to_own
from flows.noting import tell_noted
from flows.others_numbers import NOBODY, OTHERS, Owner, owner_beside, rests_on_the_owner, with_more_of_others
from flows.phrases import Words
from flows.spoken_of import names_told
from flows.texts import say
from flows.turning import Turning
from flows.understanding import understand
from flows.understanding.phones import find_phones
from flows.volunteering import volunteer
from flows.wishes import PHONES
from flows.word_tables import contact_words, number_words, spoken_of_words
from flows.wording import value_in_words

_A_NUMBER = r"(?:no|nomor|nomer|nmr|hp)(?:nya)?(?:\s+(?:hp|wa))?"
_THAT = r"(?:itu|tadi|ini|tsb|nike|niki)"
_NOT = r"(?:bukan|bkn|bkan|not|ndek|endek|endak|dudu)"
_OWNED = re.compile(
    rf"(?:\b{_A_NUMBER}\s+{_THAT}\s+(?:punya|milik|pnya|nomor|nomer|no|nya|{_NOT}\s*,)|\b{_THAT}\s+{_A_NUMBER})\s+"
    rf"(?P<owner>[^,.?\n]{{2,40}}?)\s*(?:\b{_NOT}\b|[,.?\n]|$)",
    re.IGNORECASE,
)
_DENIED = re.compile(rf"\b{_NOT}\s+(?:itu\s+)?{_A_NUMBER}\s+(?P<owner>[^,.?\n]{{2,40}})", re.IGNORECASE)
_THIS = "ini"
_LONGEST = 160  # characters
_A_DENIAL = 7  # words
_AT_THE_END = frozenset(fold("ya pak bu kak min bang kok itu ini tadi loh lho"))
_OF_SOMEBODY = "orang lain"  # whose a number is that the writer denies to own
_SHORT_FORM = 3  # letters; "zul" of Zulkarnaen
_DIGITS = 8  # a line with a number of its own tells that one
_VICTIMS_PHONE = "victim_phone"
_OF_THE_CASE = ("recruiter", "victim", "victim_name", "victim_relation", "victim_sex")


class _Move(NamedTuple):
    """A number told before, the key under which it stood, and the one to which it goes."""

    number: str
    out_of: str
    into: str


def give_number_away(turn: Turning) -> bool:
    """Give a number that was told to whom it belongs; say whether the message did that."""
    if turn.conversation.flow != "report" or len(turn.text) > _LONGEST:
        return False
    moves = _told_anew(turn)
    if moves:
        _move(turn, moves)
        return True
    if _is_only_denied(turn):
        turn.forget(("contact", *_OF_THE_CASE))
        number = turn.conversation.value(q.CONTACT_PHONE.id)
        _move(turn, [_Move(number, q.CONTACT_PHONE.id, OTHERS)], owner=_OF_SOMEBODY)
        return True
    owned = _OWNED.search(turn.text)
    if owned and (right := _told_instead(turn, owned)):
        _put_the_recruiters_right(turn, owned["owner"].strip(), right)
        return True
    if owned is None or sum(map(str.isdigit, turn.text)) >= _DIGITS:
        return False
    return _give(turn, owned["owner"].strip(), is_this_phone=_THIS in fold(owned[0]))


def _is_only_denied(turn: Turning) -> bool:
    """Read "0877 ... bukan nomor saya" and "itu bukan hp sy", which name nobody and tell no other number."""
    told, words = turn.conversation, fold(turn.text)
    if not told.knows(q.CONTACT_PHONE.id) or not denies_to_own(words) or _OWNED.search(turn.text):
        return False
    while words[-1:] and words[-1] in _AT_THE_END:
        words = words[:-1]
    if words[-1] not in contact_words().selves | {"mine"}:
        return False  # "bukan nomor saya yg dia pakai"
    number = told.value(q.CONTACT_PHONE.id)
    again = [phone.number for phone in find_phones(turn.text)]
    is_named = len(words) <= _A_DENIAL and not number_words().things.isdisjoint(words)
    return again == [number] or (not again and number.startswith("+") and is_named)


def _told_instead(turn: Turning, owned: re.Match[str]) -> str:
    """Give the number of "yg tadi itu nomer staf saya. nomer haji zul 0823 ...", "" where it is not the recruiter's."""
    told, after = turn.conversation, turn.text[owned.end() :]
    phones = list(find_phones(after))
    if len(phones) != 1 or not told.knows(q.RECRUITER_PHONE.id) or any(find_phones(turn.text[: owned.end()])):
        return ""
    if _key_of(turn, fold(owned["owner"])) in {q.RECRUITER_PHONE.id, _VICTIMS_PHONE}:
        return ""
    said = fold(after[: phones[0].start])
    names = {name for name in names_told(told.value(q.RECRUITER.id)) if len(name) >= _SHORT_FORM}
    is_named = any(name.startswith(word) for word in said if len(word) >= _SHORT_FORM for name in names)
    known = spoken_of_words().recruiter
    is_theirs = is_named or any(word in known or word.removesuffix("nya") in known for word in said)
    return phones[0].number if is_theirs else ""


def _put_the_recruiters_right(turn: Turning, owner: str, number: str) -> None:
    """Give the number told before to its owner, and take the one told now for the recruiter's."""
    before = turn.conversation.value(q.RECRUITER_PHONE.id)
    is_ones_own = contact_words().selves.issuperset(fold(owner))
    turn.forget(("contact", q.RECRUITER_PHONE.id, _VICTIMS_PHONE, OTHERS))
    into = q.CONTACT_PHONE.id if is_ones_own else OTHERS
    _move(turn, [_Move(before, q.RECRUITER_PHONE.id, into)], owner="" if is_ones_own else owner)
    turn.answer({q.RECRUITER_PHONE.id: Answer(number, Origin.CORRECTED, turn.text[:200], before)})


def _told_anew(turn: Turning) -> list[_Move]:
    """Find the numbers that this line tells again as somebody else's: "0878 ... itu nomor ayahnya, bukan pelaku"."""
    told, found = turn.conversation, turn.reading.found
    others = found[OTHERS].value if OTHERS in found else ""
    is_denied = not (contact_words().refusals | _denials()).isdisjoint(fold(turn.text))
    moves = []
    for key in STORED:
        number = told.value(key) if told.knows(key) else ""
        if number and number in others and (key != q.CONTACT_PHONE.id or is_denied):
            moves.append(_Move(number, key, OTHERS))
            continue
        into = next((phone for phone in PHONES if phone in found and number and found[phone].value == number), "")
        into = q.CONTACT_PHONE.id if into == "contact" else into
        if into and into != key and is_denied:
            moves.append(_Move(number, key, into))
    return moves


def _denials() -> frozenset[str]:
    return frozenset(fold("bukan bkn bkan not")) | number_words().corrected


def _give(turn: Turning, owner: str, *, is_this_phone: bool) -> bool:
    """Give the number told last, or the one that is denied, to this owner; "ini hp adik sy" is of the writer's."""
    told, words = turn.conversation, fold(owner)
    into, is_writers = _key_of(turn, words), told.knows(q.CONTACT_PHONE.id)
    is_denied_by_oneself = into != q.CONTACT_PHONE.id and denies_to_own(fold(turn.text))
    if not into and is_writers and (is_denied_by_oneself or _is_somebody_known(words)):
        into, is_this_phone = OTHERS, True
    if is_this_phone and not is_writers:
        return False
    if not into:
        return told.knows(q.RECRUITER_PHONE.id) and _name_its_owner(turn, owner)
    denied = _DENIED.search(turn.text)
    out_of = _key_of(turn, fold(denied["owner"])) if denied else ""
    if into == q.CONTACT_PHONE.id and not out_of:
        return False
    kept = q.CONTACT_PHONE.id if is_this_phone else _kept_under(turn, out_of, into, is_denied=denied is not None)
    if kept == q.CONTACT_PHONE.id != out_of and told.value(kept) in told.value(OTHERS):
        kept = ""  # it was given as the number of another by whom the writer is reached
    if kept and kept != into:
        _move(turn, [_Move(told.value(kept), kept, into)], owner=" ".join(words))
        return True
    if into != OTHERS:
        return False
    _forget_the_owner(turn, words)  # whose it is was understood; nobody's name is put right by it
    tell_noted(turn, volunteer(turn))
    turn.add_to_story(turn.text)
    turn.tell("noted")
    return True


def _kept_under(turn: Turning, out_of: str, into: str, *, is_denied: bool) -> str:
    """Give the key whose number is meant: the one that is denied, else the writer's, else another's."""
    told = turn.conversation
    if out_of in STORED:
        return out_of if told.knows(out_of) and out_of != into else ""
    keys = [key for key in STORED if told.knows(key) and key != into]
    if q.CONTACT_PHONE.id in keys and not is_denied:
        return q.CONTACT_PHONE.id
    return next((key for key in keys if key != q.CONTACT_PHONE.id), "")


def _key_of(turn: Turning, words: Words) -> str:
    """Give the key of the numbers of whom these words name, "" for a name that is not known."""
    told, known, selves = turn.conversation, spoken_of_words(), contact_words().selves
    particles = number_words().pointing | contact_words().leads
    bare = tuple(word for word in words if word not in particles)
    if bare and selves.issuperset(bare):
        return q.CONTACT_PHONE.id
    if owner_beside(bare, (), told, "") is not NOBODY:
        return OTHERS
    names = {
        q.RECRUITER_PHONE.id: names_told(told.value(q.RECRUITER.id)) | known.recruiter,
        _VICTIMS_PHONE: names_told(told.value("victim_name")) | frozenset(fold(told.value("victim_relation"))),
    }
    for key, listed in names.items():
        if not listed.isdisjoint((*bare, *(word.removesuffix("nya") for word in bare))):
            return key
    return ""


def _is_somebody_known(words: Words) -> bool:
    return any(map(is_somebody, words)) or not contact_words().selves.isdisjoint(words)


def _move(turn: Turning, moves: list[_Move], owner: str = "") -> None:
    """Take the numbers from where they stood, say so, and take in whatever else the line tells."""
    told = turn.conversation
    for move in moves:
        if move.out_of == q.RECRUITER_PHONE.id:
            turn.leave_open(move.out_of)
        turn.conversation = turn.conversation.without({q.SUMMARY.id, *({move.out_of} - {q.RECRUITER_PHONE.id})})
        if move.into != OTHERS:
            turn.answer({move.into: Answer(move.number, Origin.CORRECTED, turn.text[:80])})
        elif owner and move.number not in told.value(OTHERS):
            whose = with_more_of_others(told.value(OTHERS), f"{move.number} ({owner})")
            turn.answer({OTHERS: Answer(whose, Origin.CORRECTED, turn.text[:80])})
        language = told.language
        turn.tell(
            "number_moved",
            number=value_in_words(move.number, language),
            new=_label(turn, move.into),
            old=_label(turn, move.out_of),
        )
    if owner:
        _forget_the_owner(turn, fold(owner))
    volunteer(turn)
    turn.add_to_story(turn.text)


def _forget_the_owner(turn: Turning, words: Words) -> None:
    owner = Owner(" ".join(words))
    found = turn.reading.found
    turn.forget([key for key in _OF_THE_CASE if key in found and rests_on_the_owner(found[key].words, owner)])


def _label(turn: Turning, key: str) -> str:
    label = say(f"line.{key}", turn.conversation.language)
    return label[:1].lower() + label[1:]


def _name_its_owner(turn: Turning, owner: str) -> bool:
    found = understand(owner, today=turn.facts.local_now, asked=q.RECRUITER.id).found.get(q.RECRUITER.id)
    before = turn.conversation.value(q.RECRUITER.id)
    if found is None or found.value == before:
        return False
    if before:
        put_right(turn, [Correction(q.RECRUITER.id, before, found.value)])
        return True
    turn.answer({q.RECRUITER.id: Answer(found.value, Origin.CORRECTED, turn.text[:200])})
    turn.tell("noted")
    return True
