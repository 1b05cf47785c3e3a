"""Corrections: "eh salah, bukan Malaysia tapi Kamboja" replaces what was told and keeps it as history."""

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from flows import questions as q
from flows import victim_lines
from flows.addresses_put_right import address_put_right
from flows.ages_put_right import age_said_again
from flows.children_beside import own_age_in, tells_of_another
from flows.conversation import Answer, Origin
from flows.correction_cues import CUE_PHRASES, CUES, LEAD, SENTENCE_END, has_cue, parts
from flows.departures_put_right import departure_put_right
from flows.folding import fold
from flows.journeys import left_before
from flows.oneself_told import another_instead, is_not_oneself, is_oneself
from flows.own_name_put_right import own_name_put_right
from flows.persons import is_only_the_boss
from flows.places_put_right import (
    OF_A_LINE,
    country_said_again,
    exchanged,
    holds,
    names_the_same_country,
    place_in,
    spot_put_right,
    standing,
    wherever_it_stands,
    with_the_spot,
)
from flows.questions import QUESTIONS
from flows.reading import Found
from flows.recounting import count_put_right
from flows.recruiters_put_right import recruiter_put_right
from flows.relations_put_right import is_kin_beside, relation_put_right
from flows.sums import may_be_put_right, sum_put_right
from flows.texts import has, say
from flows.turning import Turning
from flows.understanding import understand
from flows.understanding.counting import people_counted
from flows.understanding.trades import is_the_same_trade
from flows.understanding.word import read_word
from flows.victims_put_right import may_name, name_put_right
from flows.volunteering import as_choice, has_moved
from flows.wording import can_be_said, in_words, without_last_particles

_SAME_MESSAGE = 60  # of 100: an edit changes a word or two and keeps the rest
_THE_VICTIM = frozenset({"victim", "victim_name", "victim_age", "victim_relation"})
_PIECES = _THE_VICTIM - {"victim"}
_SUM, _DAY = q.PAYMENT.id, q.DEPARTURE.id
_COUNT, _OF_THE_COUNT = "victim_count", frozenset({"victim_count", "victim"})
_COUNTED = frozenset({"victim_count", "victim_age", "payment"})
_PLACES = frozenset({"destination", "victim_now", "transit"})
_POINTING = frozenset(
    fold("pt cv itu ini dia begitu gitu orang orangnya yang nama namanya nya perusahaan that it this")
)
_PROTESTING = frozenset(fold("gimana bagaimana kenapa kok bilang blg dibilang bilangin said told"))
_OF_WHO_RECRUITS = frozenset(
    fold("perekrut perekrutnya pelaku pelakunya agen agennya calo calonya sponsor sponsornya bawa ajak")
)
_NOW = frozenset(fold("sekarang skrg skr skarang masih msh posisi posisinya"))
_NUMBERS = frozenset({"recruiter_phone", "victim_phone", "contact_phone", "account"})
_WHERE = frozenset({q.VICTIM_NOW.id, q.VICTIM_SPOT.id})
_A_NAME, _AN_ANSWER = 3, 12  # words
_OF_THE_WORK = frozenset({"job", "salary"})
_FIGURE = re.compile(r"\D{0,12}?(\d+)")
_NAMED = re.compile(r"^(?:namanya|nama(?: nya)?|yang benar|yg bener|yang betul|yg betul)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Correction:
    """One answer put right; `new` is "" where it is only said that the old one is wrong."""

    question_id: str
    old: str
    new: str


def corrections(turn: Turning) -> list[Correction]:
    """Find what the message puts right among the answers known; nothing is changed yet."""
    changes = (
        _oneself(turn)
        or _own_name(turn)
        or _own_age(turn)
        or [Correction(*right) for right in name_put_right(turn.conversation, turn.text)]
        or _relation(turn)
        or _with_the_place(turn, _by_cue(turn))
    ) or [Correction(*right) for right in recruiter_put_right(turn.conversation, turn.reading.found, turn.text)]
    if right := sum_put_right(turn.conversation.value(_SUM), turn.text):
        others = [change for change in changes if change.question_id != _SUM]
        changes = [Correction(_SUM, turn.conversation.value(_SUM), right), *others]
    if places := address_put_right(turn.conversation, turn.text):
        others = [change for change in changes if change.question_id not in _WHERE]
        changes = [*(Correction(key, *right) for key, right in places.items()), *others]
    if day := departure_put_right(turn.conversation, turn.text, turn.facts.local_now):
        others = [change for change in changes if change.question_id != _DAY]
        changes = [Correction(_DAY, turn.conversation.value(_DAY), day), *others]
    if count := count_put_right(turn.conversation, turn.text):
        others = [change for change in changes if change.question_id not in _OF_THE_COUNT]
        return [Correction(_COUNT, turn.conversation.value(_COUNT), count), *others]
    return changes


def _oneself(turn: Turning) -> list[Correction]:
    """Take "korban nya aku" for who the victim is, whoever was taken for them before."""
    told = turn.conversation.value(q.VICTIM.id)
    if told == "self" and is_not_oneself(turn.text):
        another = another_instead(turn.conversation, turn.reading.found, turn.text)
        return [Correction(key, turn.conversation.value(key), new) for key, new in another.items()]
    return [Correction(q.VICTIM.id, told, "self")] if told not in {"", "self"} and is_oneself(turn.text) else []


def _own_name(turn: Turning) -> list[Correction]:
    """Take "nama asli ardiansyah" for the writer's, whose name was told as Ardi."""
    name = own_name_put_right(turn.conversation, turn.text)
    return [Correction(q.REPORTER_NAME.id, turn.conversation.value(q.REPORTER_NAME.id), name)] if name else []


def _with_the_place(turn: Turning, changes: list[Correction]) -> list[Correction]:
    """Give the changes with the other line in which the same place stood, or with a country that is named anew."""
    told, shown = turn.conversation, turn.conversation.shown
    wrong = parts(turn.text)[2]
    changes = [
        replace(one, new=with_the_spot(one.old, one.new, wrong)) if one.question_id in _WHERE else one
        for one in changes
    ]
    made = {change.question_id: (change.old, change.new) for change in changes}
    if _PLACES.isdisjoint(made):
        is_shown = shown is not None and shown.prompt in {q.SUMMARY.id, q.FIX.id}
        places = country_said_again(told, turn.text, is_shown=is_shown, is_denied=has_cue(turn.text))
    else:
        places = wherever_it_stands(told, turn.text, made)
    return [*changes, *(Correction(key, old, new) for key, (old, new) in places.items())]


def _by_cue(turn: Turning) -> list[Correction]:
    if not has_cue(turn.text):
        return _looked_again(turn) or _age_again(turn)
    whole, right, wrong = parts(turn.text)
    reading = understand(whole, today=turn.facts.local_now, language=turn.conversation.language)
    if not reading.found and turn.conversation.knows("departure"):
        reading = understand(right, today=turn.facts.local_now, language=turn.conversation.language, asked="departure")
        reading = left_before(turn.conversation, reading, right, turn.facts.local_now.date())
    found = _differing(turn, reading.found) or _differing(
        turn, turn.reading.found if len(whole) < len(turn.text) else {}
    )
    if CUES.isdisjoint(fold(turn.text[:400])):
        if not wrong and _only_denies(turn.text):
            return _age_again(turn)  # "bukan anak-anak saja, tambah pagar hijau" adds to what was told
        found = [change for change in found if not wrong or _is_mentioned(turn, change, wrong)]
    found = _of_the_sentence(turn, found)
    return found or _by_wording(turn, right, wrong) or _age_again(turn)


def _of_the_sentence(turn: Turning, found: list[Correction]) -> list[Correction]:
    """Keep what is told in the sentence that puts right: "tempatnya keliru, di Aikmel. Ada empat orang lagi" adds."""
    said = next((part for part in SENTENCE_END.split(turn.text[:400]) if has_cue(part)), "")
    if len(found) <= 1 or not said or said == turn.text:
        return found
    told = understand(said, today=turn.facts.local_now, language=turn.conversation.language).found
    return [change for change in found if change.question_id in told] if told else found


def differing(turn: Turning) -> list[Correction]:
    """Give what the message tells otherwise than before, where it was just said that something is to be changed."""
    return _differing(turn, turn.reading.found)


def _only_denies(text: str) -> bool:
    """Say whether nothing but a "bukan" sounds like a correction."""
    words = fold(text[:400])
    return not any(phrase in set(itertools.pairwise(words)) for phrase in CUE_PHRASES if len(phrase) > 1)


def put_right_in(turn: Turning) -> Mapping[str, Found]:
    """Give what a message puts right, as it should have been; empty where it puts nothing right."""
    if not has_cue(turn.text):
        return {}
    whole, _, wrong = parts(turn.text)
    if not wrong and CUES.isdisjoint(fold(turn.text[:400])):
        return {}
    return understand(whole, today=turn.facts.local_now, language=turn.conversation.language).found


def _differing(turn: Turning, found: Mapping[str, Found]) -> list[Correction]:
    told = turn.conversation.answers
    if "contact" in found and turn.conversation.knows(q.CONTACT_PHONE.id):
        found = {q.CONTACT_PHONE.id if key == "contact" else key: item for key, item in found.items()}
    return [
        Correction(key, told[key].value, _as_kept(key, told[key].value, item.value))
        for key, item in found.items()
        if turn.conversation.knows(key) and told[key].value not in {item.value, as_choice(key, item.value), "self"}
        if key not in _PLACES or not holds(item.value, told[key].value, turn.text)
        if key != _SUM or may_be_put_right(told[key].value, item, turn.text)
        if key != "job" or not is_the_same_trade(told[key].value, item.value)
        if key != "victim_relation" or not is_kin_beside(turn.text, item.words, told[key].value)
        if key != _COUNT or not _are_others_among_them(told[key].value, item)
        if key != "recruiter" or not is_only_the_boss(turn.text, told[key])
        if key != "victim_now" or _OF_THE_WORK.isdisjoint(found) or has_moved(turn.text)  # "eh salah, admin di Bangkok"
        # their pieces are put right one by one, and a number alone says nothing of who they are
        if key != "victim" or item.value == "self" or (_PIECES | {_COUNT}).isdisjoint(found)
    ]


def _are_others_among_them(told: str, item: Found) -> bool:
    """Read "yg 16-17 th itu 2 orang lain" of eight: it counts some of them, and makes them no fewer."""
    is_beside = people_counted(item.value, item.words).startswith("bersama")
    return is_beside and told.isdecimal() and int(item.value) < int(told)


def _is_mentioned(turn: Turning, change: Correction, wrong: str) -> bool:
    """Tell "bukan selasa, rabu" of a departure on Tuesday from "bukan dia saja", which puts nothing right."""
    told = turn.conversation.answers[change.question_id]
    said = {*fold(wrong), *(term.form for word in fold(wrong) for term in read_word(word))}  # "adek" is "adik"
    is_told = not {*fold(change.old), *fold(told.words)}.isdisjoint(said)
    return is_told or (change.question_id in _PLACES and names_the_same_country(fold(wrong), change.old))


def _as_kept(key: str, old: str, new: str) -> str:
    """Give what was read as it is kept: "hide" for a "yes"; who puts digits right keeps the bank."""
    if key != "account":
        return as_choice(key, new)
    return new if " " in new or " " not in old else f"{old.rpartition(' ')[0]} {new}"


def _looked_again(turn: Turning) -> list[Correction]:
    """Take "tadi saya cek lagi, ternyata 5 orang" for what holds now."""
    if "ternyata" not in fold(turn.text[:200]):
        return []
    return _differing(turn, {key: item for key, item in turn.reading.found.items() if key in _COUNTED})


def _age_again(turn: Turning) -> list[Correction]:
    right = age_said_again(turn.conversation, turn.text)
    return [Correction("victim_age", *right)] if right else []


def _relation(turn: Turning) -> list[Correction]:
    return (
        [Correction("victim_relation", *right)] if (right := relation_put_right(turn.conversation, turn.text)) else []
    )


def _own_age(turn: Turning) -> list[Correction]:
    """Read "bukan sy yg 17, sy 24. yg 17 itu wulan": the age is another's, and the writer tells their own."""
    told, words = turn.conversation, fold(turn.text[:200])
    age = told.value("victim_age")
    is_of_kin = told.knows("victim_relation") or told.knows("victim_name")
    if not age or age not in words or is_of_kin:
        return []
    own = own_age_in(words, but=age)
    is_self = told.value(q.VICTIM.id) == "self"
    if not own and not (is_self and tells_of_another(words, age)):
        return []
    aged = [Correction("victim_age", age, own)]
    return aged if is_self or not own else [*aged, Correction("victim", told.value(q.VICTIM.id), "self")]


def edits(turn: Turning) -> list[Correction]:
    """Find the answer of which the edited message is a new wording."""
    new = turn.text.strip()
    near = [
        (fuzz.ratio(new.casefold(), told.casefold()), key)
        for key, answer in turn.conversation.answers.items()
        if key in QUESTIONS and key != "what" and answer.is_known
        for told in {answer.value, answer.words}
        if told and told != new
    ]
    likeness, key = max(near, default=(0.0, ""))
    return [Correction(key, turn.conversation.value(key), new[:500])] if likeness >= _SAME_MESSAGE else []


def put_right(turn: Turning, changes: list[Correction]) -> None:
    """Replace the answers and say so."""
    corrected = {change.question_id for change in changes if change.new}
    if _COUNT in corrected:
        turn.forget(_OF_THE_COUNT)  # "bukan 5 orang" counts nobody
    if any(change.question_id == "victim" and change.new == "self" for change in changes):
        turn.forget(_THE_VICTIM)  # "itu teman sekamar sy, wulan" is of another
        turn.conversation = turn.conversation.without({"victim_relation"})
    corrected_line = any(change.question_id == "victim" and change.new not in {"", "self"} for change in changes)
    for change in changes:
        if not change.new:
            turn.leave_open(change.question_id)
            turn.tell("noted")
            continue
        right = {change.question_id: Answer(change.new, Origin.CORRECTED, _words_of(change, turn.text), change.old)}
        turn.answer(right | spot_put_right(turn.conversation, right))
        _put_victim_right(turn, change)
        if change.old == "self":
            turn.tell("victim_is_other")
        if change.old == "self" or (change.question_id.startswith("victim_") and corrected_line):
            continue  # the victim's line says it
        if change.new == "self" and "victim_age" in corrected:
            continue  # the age says whose it is
        if not change.old:
            continue  # an age told beside a name that is put right
        language = turn.conversation.language
        key = change.question_id
        if not (can_be_said(key, change.new) and can_be_said(key, change.old)):
            turn.tell("noted")
            continue
        new, old = (in_words(key, Answer(said, Origin.CORRECTED), language) for said in (change.new, change.old))
        turn.tell("corrected", label=_label(turn, key), new=new, old=old)


def _words_of(change: Correction, text: str) -> str:
    """Give the words of an answer; of "bukan 8, jadi 9" only the nine, for the eight are no others beside one."""
    is_of_both = change.question_id == _COUNT and change.old in fold(text[:200])
    return f"{change.new} orang" if is_of_both else text[:200]


def _put_victim_right(turn: Turning, change: Correction) -> None:
    # the victim's line holds their name, age and number as well
    answers = turn.conversation.answers
    told = answers.get("victim")
    if change.question_id.startswith("victim_") and told and told.value != "self":
        line = victim_lines.put_right(told.value, change.question_id, change.old, change.new, answers)
        turn.answer({"victim": told._replace(value=line)})


def _label(turn: Turning, question_id: str) -> str:
    key = "line.victim" if question_id == "victim_relation" else f"line.{question_id}"
    return say(key if has(key) else "line.what", turn.conversation.language)


def _names_a_place(right: str, key: str) -> bool:
    """Say whether the words can stand for that place; "bukan jakarta, dia skrg di bekasi" tells of no destination."""
    is_of_now = key == q.VICTIM_NOW.id or _NOW.isdisjoint(fold(right))
    return is_of_now and len(place_in(right).split()) <= _A_NAME


def _denied(turn: Turning, wrong: str, lines: Sequence[str]) -> list[Correction]:
    """Read "tujuannya bukan tiongkok" and "perekrutnya bukan H Saleh", which say no better: the line is left open."""
    said = frozenset(fold(wrong))
    return [
        Correction(key, turn.conversation.value(key), "")
        for key in lines
        if (told := fold(turn.conversation.value(key))) and (said.issuperset(told) or frozenset(told).issuperset(said))
    ]


def _by_wording(turn: Turning, right: str, wrong: str) -> list[Correction]:
    # nothing was understood in the new words: replace the old ones where they stand in an answer
    if not wrong or len(right) > 60 or _POINTING.issuperset(fold(wrong)) or not _PROTESTING.isdisjoint(fold(right)):
        return []  # "mirip gmn kan sy blg bukan pt itu" protests and tells nothing better
    if OF_A_LINE.issuperset(fold(right)):
        return _denied(turn, wrong, (q.DESTINATION.id, q.VICTIM_NOW.id))
    if (OF_A_LINE | _OF_WHO_RECRUITS).issuperset(fold(right)):
        return _denied(turn, wrong, (q.RECRUITER.id,))
    right = _NAMED.sub("", LEAD.sub("", right.rpartition(",")[2].strip()))
    wrong = without_last_particles(wrong)
    figure = _FIGURE.match(right) if wrong.isdecimal() else None
    right = figure[1] if figure else right
    found = [
        Correction(key, answer.value, exchanged(answer.value, wrong, place_in(right) if key in _PLACES else right))
        for key, answer in turn.conversation.answers.items()
        if answer.is_known
        and answer.origin is not Origin.READ
        and key != "what"
        and (key not in _PLACES or _names_a_place(right, key))
        and (key not in _NUMBERS or right.isdecimal())
        and (not key.startswith("victim") or may_name(right, wrong, turn.conversation))
        and standing(wrong).search(answer.value)
        and len(answer.value.split()) <= _AN_ANSWER  # a longer one is told, and stays in its own words
    ]
    if wrong.isdecimal() and (exact := [change for change in found if change.old == wrong]):
        return exact[:1]
    # the victim's name stands in the line of the victim too
    of_victim = [change for change in found if change.question_id in _THE_VICTIM]
    return of_victim or found[:1]
