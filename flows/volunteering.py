"""What a message tells unasked: every fact that is not known yet, and what replaces an earlier one."""

import itertools
import re

from flows import questions as q
from flows.account_holders import note_holder
from flows.both_victims import note_both
from flows.contact_limits import with_limit, without_confided
from flows.conversation import Answer, Origin
from flows.cover_told import cover_in
from flows.departures import takes_its_place
from flows.folding import fold
from flows.journeys import with_what_was_told
from flows.others_numbers import OTHERS, with_more_of_others
from flows.outranking import outranks
from flows.own_place import without_own_place
from flows.persons import (
    counts_more,
    give_back_the_victims_name,
    gives_way,
    names_who_went,
    place_of_a_name,
    tells_who_is_taken,
)
from flows.places import resolve
from flows.reading import Found
from flows.recounting import is_counted_anew
from flows.report import NO_CALLS, SILENCE, SPARED, UNRUNG
from flows.spoken_of import SPOKEN_OF
from flows.spots_told import spot_in, with_town
from flows.spouses import sex_by_ones_own_spouse, sex_by_their_spouse
from flows.sums import is_the_later_total, with_one_more
from flows.tellers import HARMED, is_done_to_me, speaks_of_oneself
from flows.told_of_whom import OF_ANOTHER, THE_ONE_HARMED, is_of_somebody_else, says_more_of_them
from flows.turning import Turning, signs_of
from flows.understanding.lexicon import word_set
from flows.victim_lines import described

THE_VICTIM = "victim_*"
"""Stands for every key that describes the victim."""
_AS_CHOICE = {"anonymous": {"yes": "hide", "no": "name"}, "contact": {"yes": "chat"}}
_OF_SOMEBODY = OF_ANOTHER | {"victim_age"}
_NAMES = frozenset({"recruiter", "victim_name"})
_A_FRIEND = "teman"
_NUMBERS_OF_OTHERS = ("recruiter_phone", "victim_phone")
_SURELY_THEIRS = frozenset({q.VICTIM_NOW.id, "victim_phone"})  # wherever they are told
_LATER_WINS = frozenset({"contact", "anonymous", OTHERS})
_A_TOWN, _A_SPOT = 4, 2  # words
_A_SHORT_NAME = 4  # letters
_MINE = frozenset(fold("saya sy aku aq gw gue"))  # "saya masih di sini" is where the writer is
_SELF, _NOT = "sendiri", frozenset(fold("bukan bkn"))
_GOES_ON = frozenset(fold("bukan bkn kok yang yg pak bu kak min bang korbannya"))
_NOT_ME = frozenset(itertools.product(fold("bukan bkn not"), ("saya", "me")))  # "korbannya adik sy bukan sy"
_FOR = frozenset(fold("untuk utk buat bwt tentang soal for about"))
_TRULY = frozenset(fold("sebenernya sebenarnya sbnrnya sebnernya aslinya jujur bukan bkn actually truth"))
_BESIDE_THE_TRUTH = frozenset(fold("pak bu kak min bang mas mbak maaf sih ya sebetulnya eh hehe"))
_OWNED_UP = _TRULY | frozenset(
    fold("itu yang yg tadi temen teman temannya temennya orangnya dia korbannya cerita sebenernya aslinya")
)
_SPOUSES = frozenset({"suami", "istri"})
_MEANT = frozenset(fold("maksudnya maksud mksdnya"))
_OFFERED = frozenset(fold(
    "diajak ditawari ditawarin dijanji dijanjikan dijanjiin janjinya janji awalnya dikatakan offered promised"
))  # fmt: skip
_A_CLAUSE, _NEAR_AN_OFFER = re.compile(r"[,.;!?\n]"), 6  # words
_MOVED = frozenset(fold("sekarang skrg skrng skg pindah dipindah dipindahkan dipindahin now tonight moved"))
_STAYED = frozenset(fold("masih msh still"))


def volunteer(turn: Turning, *, but: str = "") -> list[str]:
    """Take every answer that the message tells unasked and that is not known yet; give their ids.

    Another day of the journey, a new place and another wish about contact or name replace the earlier ones.
    """
    note_both(turn)
    _find_the_writer_taken(turn)
    _find_the_writer_aged(turn)
    _find_another_taken(turn)
    turn.conversation = give_back_the_victims_name(turn.conversation, turn.reading.found)
    turn.conversation = without_own_place(turn.conversation, turn.reading.found)
    answers, is_self = turn.conversation.answers, turn.conversation.value(q.VICTIM.id) == "self"
    moved = _is_of_now(turn)
    new: dict[str, Answer] = {}
    for key, found in with_what_was_told(turn.conversation, turn.reading.found, turn.text).items():
        if key == but or (but == THE_VICTIM and key.startswith("victim") and key not in _SURELY_THEIRS):
            continue
        if is_self and key in _OF_SOMEBODY and "victim_relation" in turn.reading.found:
            continue  # "pacar kabur" after "aku hamil", "anak saya 12 tahun disuruh ikut kerja"
        if is_of_somebody_else(turn, key, found):
            continue
        if key in _NAMES and _is_the_reporters(turn, found):
            continue  # "boleh dicatat, Bu Hartini"
        whose = place_of_a_name(turn.conversation, key, found, turn.reading, turn.text)
        if not whose:
            continue
        told = answers.get(whose)
        later = (
            (key == "victim_now" and moved and not _tells_no_more(told, found))
            or (but == "victim" and key.startswith("victim") and key != "victim_now")
            or (told is not None and _takes_over(turn, whose, told, found))
        )
        value = _with_those_told(turn, found) if whose == OTHERS else as_choice(whose, found.value)
        if told is None or _is_open(told) or (later and value != told.value):
            new[whose] = Answer(value, Origin.VOLUNTEERED, found.words)
        else:
            new |= _told_beside(turn, whose, told, found)
    new |= _sex_by_a_spouse(turn, new)
    new |= _number_of_the_writer(turn, new)
    new |= _wished(turn, but)
    new |= described(turn.conversation, new)
    turn.answer(new)
    note_holder(turn)
    return list(new)


def _with_those_told(turn: Turning, found: Found) -> str:
    """Give the numbers of others with those told before: each is of somebody else."""
    return with_more_of_others(turn.conversation.value(OTHERS), found.value)


def _told_beside(turn: Turning, whose: str, told: Answer, found: Found) -> dict[str, Answer]:
    """Give an answer with what is told beside it now, where the one before stands."""
    if whose == q.VICTIM_NOW.id:
        return _narrowed(told, found)
    value = ""
    if whose == q.RECRUITER.id and told.value.islower() and found.value.casefold() not in told.value:
        value = f"{found.value}, {told.value}"  # first "orang facebook", then a name
    elif whose == q.PAYMENT.id and told.value not in q.PAYMENT.choices:
        return {whose: more} if (more := with_one_more(told, found, turn.text)) else {}
    return {whose: Answer(value, Origin.VOLUNTEERED, found.words)} if value else {}


def _takes_over(turn: Turning, whose: str, told: Answer, found: Found) -> bool:
    """Say whether what is told now holds instead of what was told of it before."""
    if whose in _LATER_WINS or outranks(turn.conversation, whose, found, turn.text):
        return True
    match whose:
        case q.DEPARTURE.id:
            return takes_its_place(turn.conversation, found, turn.text, turn.facts.local_now.date())
        case "victim_count":
            return counts_more(told, found) or is_counted_anew(turn.text, found.words)
        case q.PAYMENT.id:
            return is_the_later_total(told, found, turn.text)
        case "victim_relation":
            return says_more_of_them(turn, found)
        case "victim_name":
            return _is_a_clearer_name(told, found)
        case "job":
            return _was_promised(found, turn.text) and _OFFERED.isdisjoint(fold(told.words))
        case q.RECRUITER.id:
            return gives_way(told, found)
        case _:
            return False


def _was_promised(found: Found, text: str) -> bool:
    """Read "dulu diajak tante Ros jaga toko baju", of who told first of the kafe where she is."""
    before, at, _ = text.partition(found.words)
    words = fold(_A_CLAUSE.split(before)[-1])[-_NEAR_AN_OFFER:]
    return bool(at) and not _OFFERED.isdisjoint((*words, *fold(found.words)))


def _was_the_writer(words: tuple[str, ...]) -> bool:
    """Read "sebenernya itu saya kak", a line that says nothing else."""
    said = tuple(word for word in words if word not in _BESIDE_THE_TRUTH)
    return not _TRULY.isdisjoint(said) and len(said) > 1 and said[-1] in _MINE and _OWNED_UP.issuperset(said[:-1])


def _is_a_clearer_name(told: Answer, found: Found) -> bool:
    """Say whether a name is of who went, as "yg pergi Jamil" tells, or holds more of the one told before."""
    old, new = fold(told.value), fold(found.value)
    is_longer = len(old) == 1 and len(old[0]) >= _A_SHORT_NAME and new[0] != old[0] and new[0].startswith(old[0])
    return names_who_went(found) or set(old) < set(new) or is_longer  # "Wulan", then "namanya Wulandari"


def _sex_by_a_spouse(turn: Turning, new: dict[str, Answer]) -> dict[str, Answer]:
    """Read "suaminya ga ngijinin" and "istrinya hamil", of somebody told of before: who has a husband is a woman."""
    told, words = turn.conversation, fold(turn.text[:200])
    if told.value(q.VICTIM.id) == "self" and "victim_relation" not in new and not told.knows("victim_sex"):
        sex, spouse = sex_by_ones_own_spouse(words)
        is_told = sex != "" and not told.knows("victim_count") and {"victim_sex", "victim_count"}.isdisjoint(new)
        return {"victim_sex": Answer(sex, Origin.VOLUNTEERED, spouse)} if is_told else {}
    sex, spouse = sex_by_their_spouse(words)
    is_known = told.knows("victim_sex") or told.value("victim_relation") in _SPOUSES
    is_a_recruiters = told.value(SPOKEN_OF) == q.RECRUITER.id or q.RECRUITER.id in turn.reading.found
    if not spouse or told.value(q.VICTIM.id) in {"", "self"} or is_known or is_a_recruiters or "victim_relation" in new:
        return {}
    return {"victim_sex": Answer(sex, Origin.VOLUNTEERED, spouse)}


def _find_the_writer_taken(turn: Turning) -> None:
    """Let a line of what is done to its writer count more than a relative who was only heard of: "suami kerja"."""
    if turn.conversation.knows("victim_relation") and _owns_up(turn.text):
        turn.conversation = turn.conversation.without(OF_ANOTHER - {"victim_sex"})
        turn.answer({q.VICTIM.id: Answer("self", Origin.VOLUNTEERED, turn.text[:80])})
        return
    told, victim = turn.conversation, turn.reading.found.get(q.VICTIM.id)
    relation = told.answers.get("victim_relation")
    if victim is None or victim.value != "self" or relation is None or tells_who_is_taken(relation.words):
        return
    is_of_kin = fold(relation.value)[:1] != (_A_FRIEND,)
    if is_of_kin and "victim_age" in turn.reading.found and not _tells_of_harm(turn):
        return  # "aku umur 14 kak", of a child whose mother was taken
    if told.value(q.VICTIM.id) != "self" and not told.knows("victim_name") and not told.knows("victim_age"):
        turn.conversation = told.without(OF_ANOTHER)
        turn.answer({q.VICTIM.id: Answer("self", Origin.VOLUNTEERED, turn.text[:80])})


def _find_the_writer_aged(turn: Turning) -> None:
    """Let an age be the writer's who gave it beside their own name, once they tell what is done to them.

    "nama sy Nurhidayah umur 24 dari sakra", then "sy diajak kerja sama bu Masnah".
    """
    told = turn.conversation
    age = told.answers.get("victim_age")
    line = told.answers.get(q.VICTIM.id)
    is_of_an_age = age is not None and line is not None and line.value == f"{age.value} tahun"
    is_alone = not any(told.knows(key) for key in ("victim_relation", "victim_name", "victim_count"))
    if not is_of_an_age or not is_alone or not told.knows(q.REPORTER_NAME.id):
        return
    if {"victim_relation", "victim_name"}.isdisjoint(turn.reading.found) and is_done_to_me(fold(turn.text[:300])):
        turn.answer({q.VICTIM.id: Answer("self", Origin.VOLUNTEERED, turn.text[:80])})


def _tells_of_harm(turn: Turning) -> bool:
    """Say whether a line itself tells of harm, and not only who somebody is."""
    return any(sign.name in HARMED for sign in turn.reading.signals)


def _owns_up(text: str) -> bool:
    """Read "jujur aja.. itu sebenernya saya sendiri, bukan temen", of who told of a friend first."""
    words = fold(text[:200])
    if _was_the_writer(words):
        return True
    at = next((at for at, pair in enumerate(itertools.pairwise(words)) if pair[0] in _MINE and pair[1] == _SELF), None)
    if at is None or _TRULY.isdisjoint(words) or not _NOT.isdisjoint(words[max(0, at - 1) : at]):
        return False
    return at + 2 == len(words) or words[at + 2] in _GOES_ON  # "sebenernya saya sendiri juga takut" owns up to nothing


def _find_another_taken(turn: Turning) -> None:
    """Let "kakakku Fitri dibawa tante" and "suami sy maksudnya yg ditipu" count more than the writer themselves.

    So does a name where it is said so: "not for me, there is a guy in my room, Bayu, 23".
    """
    told, found = turn.conversation, turn.reading.found
    relation = found.get("victim_relation")
    harmed = {name for name, _ in signs_of(told)} & (HARMED - {"child_victim"})
    if told.value(q.VICTIM.id) != "self" or not (relation or "victim_name" in found):
        return
    is_taken = relation is not None and tells_who_is_taken(relation.words) and not harmed
    words = fold(turn.text[:200])
    is_meant = relation is not None and not (_MEANT | THE_ONE_HARMED).isdisjoint(words)
    said = tuple(word for word in words if word not in _FOR)
    if not (is_taken or is_meant or _NOT_ME & set(itertools.pairwise(said))):
        return
    turn.conversation = told.without({q.VICTIM.id, "victim_age", "victim_sex"})


def _is_of_now(turn: Turning) -> bool:
    """Say whether a place in the line counts more than one told before: "sekarang di ...", "masih di ..."."""
    victim = turn.conversation.answers.get(q.VICTIM.id)
    if victim is not None and victim.value != "self" and speaks_of_oneself(turn.text):
        return False
    words = fold(turn.text[:200])
    stays = any(word in _STAYED and (not at or words[at - 1] not in _MINE) for at, word in enumerate(words))
    return "victim_now" in turn.reading.found and (stays or has_moved(turn.text))


def has_moved(text: str) -> bool:
    """Say whether a line tells where somebody is by now: "sekarang di ...", "udah dipindah"."""
    return not _MOVED.isdisjoint(fold(text[:200]))


def _tells_no_more(told: Answer | None, found: Found) -> bool:
    """Say whether a place is a part of what stands there already: "masih di Batam" after "ruko Nagoya, Batam"."""
    return told is not None and set(fold(found.value)) <= set(fold(told.value))


def _is_open(told: Answer) -> bool:
    """Say whether there is nothing yet that can be read: a voice note is heard by officers alone."""
    return not told.is_known or told.words == "voice"


def _is_the_reporters(turn: Turning, found: Found) -> bool:
    reporter = turn.reading.found.get(q.REPORTER_NAME.id)
    return reporter is not None and reporter.value == found.value


def _wished(turn: Turning, but: str) -> dict[str, Answer]:
    """Take the wish about contact, with its hours; who gave a way already and refuses calls wants to be written to."""
    wish, told = turn.wishes.contact, turn.conversation
    way = "" if but == q.CONTACT.id else wish.way
    wished: dict[str, Answer] = {}
    if way == "no" and wish.only_calls:
        way = "chat" if told.value(q.CONTACT.id) in {"chat", "phone"} else ""
        wished |= {NO_CALLS: Answer("yes", Origin.VOLUNTEERED, turn.text[:80])} if not way else {}
    if way and way != told.value(q.CONTACT.id):
        wished[q.CONTACT.id] = Answer(way, Origin.VOLUNTEERED, turn.text[:80])
    if wish.unrung or (way == "phone" and told.knows(UNRUNG)):
        wished[UNRUNG] = Answer(wish.unrung, Origin.VOLUNTEERED, turn.text[:80])
    if wish.on_this_number and q.CONTACT_PHONE.id not in told.answers:
        wished[q.CONTACT_PHONE.id] = Answer(origin=Origin.UNKNOWN, words=turn.text[:80])
    if wish.silence or wish.confided:
        silence = with_limit(without_confided(told.value(SILENCE), wish.confided), wish.silence)
        wished[SILENCE] = Answer(silence, Origin.VOLUNTEERED, turn.text[:80])
    if wish.spared:
        spared = with_limit(told.value(SPARED), wish.spared)
        wished[SPARED] = Answer(spared, Origin.VOLUNTEERED, turn.text[:80])
    if but != q.CONTACT_WORDING.id and (cover := cover_in(turn.text)):
        wished[q.CONTACT_WORDING.id] = Answer(cover, Origin.VOLUNTEERED, turn.text[:80])
    if wish.when and but != q.CONTACT_WHEN.id:
        when = with_limit(told.value(q.CONTACT_WHEN.id), wish.when)
        wished[q.CONTACT_WHEN.id] = Answer(when, Origin.VOLUNTEERED, turn.text[:80])
    return wished


def _narrowed(told: Answer, found: Found) -> dict[str, Answer]:
    """Let "rumah teman dekat Chow Kit" stand before the town that was told first."""
    town, spot = told.value, found.value
    is_open = told.origin is Origin.VOLUNTEERED or (told.origin is Origin.ASKED and _is_a_building(found))
    is_open = is_open or (told.origin is Origin.ASKED and spot_in(spot) != "" and not spot_in(town))
    is_a_town = is_open and len(town.split()) <= _A_TOWN
    if is_open and spot_in(spot) and not (is_a_town and resolve(spot[:200]).place):
        is_more = not spot_in(town) and not set(fold(spot)) <= set(fold(town))
        return {q.VICTIM_NOW.id: Answer(with_town(spot, town), Origin.VOLUNTEERED, found.words)} if is_more else {}
    is_named = resolve(spot[:200]).place is not None
    if told.origin is Origin.VOLUNTEERED and is_named and resolve(town[:200]).place is None:
        return {q.VICTIM_NOW.id: Answer(f"{town}, {spot}", Origin.VOLUNTEERED, found.words)}
    if not is_a_town or len(spot.split()) < _A_SPOT or not set(fold(spot)) - set(fold(town)):
        return {}
    whole = spot if is_named else f"{spot}, {town}"
    return {q.VICTIM_NOW.id: Answer(whole, Origin.VOLUNTEERED, found.words)}


def _is_a_building(found: Found) -> bool:
    """Say whether a place is told by its house: "gedung b lt 5 dkt kasino", after the town that was asked for."""
    return not word_set("place_nouns").isdisjoint(fold(found.value)[:_A_SPOT])


def _number_of_the_writer(turn: Turning, new: dict[str, Answer]) -> dict[str, Answer]:
    own = turn.reading.found.get("contact")
    if own is None or not own.value.startswith("+"):
        return {}
    if "contact" in new and new["contact"].value == "no":
        return {}
    if own.value in (turn.conversation.value(key) for key in _NUMBERS_OF_OTHERS):
        return {}  # "maaf salah nomor, yg bener 0818 ..." put theirs right
    told = turn.conversation
    is_to_be_written_to = told.value(q.CONTACT.id) == "chat" and told.knows(UNRUNG)  # "chat aja, jgn telpon"
    return {
        "contact": Answer("chat" if is_to_be_written_to else "phone", Origin.VOLUNTEERED),
        q.CONTACT_PHONE.id: Answer(own.value, Origin.VOLUNTEERED, own.words),
    }


def as_choice(question_id: str, value: str) -> str:
    """Give what was read as the choice of the question that it means."""
    return _AS_CHOICE.get(question_id, {}).get(value, value)
