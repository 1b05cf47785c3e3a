"""Answers as people read them: dates with their weekday, phones in groups, choices by their titles."""

import re
from datetime import date

from flows.conversation import Answer
from flows.dates import day
from flows.labels import Language
from flows.others_numbers import OTHERS
from flows.question import Expects
from flows.questions import QUESTIONS
from flows.showing import option_title
from flows.texts import say
from flows.understanding.babies import is_a_babys

_LONGEST = 160  # characters
_A_PHONE = re.compile(r"\+\d{8,}")
_CUT_OFF = " …"
_APART = " … "  # between the words that a line about the victim rests on
_PARTICLES = frozenset({"deng", "ding", "ya", "kok", "sih", "lho", "loh", "itu", "pak", "bu", "kak", "maaf", "sori"})


def in_words(question_id: str, answer: Answer, language: Language) -> str:
    """Give an answer in the words that its giver will recognise."""
    if question_id == OTHERS:
        return _A_PHONE.sub(lambda phone: _phone(phone[0]), answer.value)
    question = QUESTIONS.get(question_id)
    if question and answer.value in question.choices:
        return option_title(question_id, answer.value, language)
    is_dated = answer.value[:4].isdigit() and answer.value[4:5] == "-"  # a date is read in any language
    if language is not Language.INDONESIAN and question_id in _KEPT_IN_INDONESIAN and answer.words and not is_dated:
        return _shortened(answer.words.replace(_APART, ", "))
    return value_in_words(answer.value, language)


def can_be_said(question_id: str, value: str) -> bool:
    """Say whether people can read a value: of a question with nothing but choices, only one of them."""
    question = QUESTIONS.get(question_id)
    return question is None or question.expects is not Expects.CHOICE or value in question.choices


def value_in_words(value: str, language: Language) -> str:
    """Give a stored value as people write it."""
    if value[:1] == "+" and value[1:].isdigit():
        return _phone(value)
    if value[:4].isdigit() and value[4:5] == "-":
        return _day(value, language)
    return _shortened(value.replace("\n", " "))


# what is read out of a message is kept in Indonesian for the officers; others see their own words again
_KEPT_IN_INDONESIAN = frozenset({"victim", "victim_relation", "documents", "visa", "job", "departure", "payment"})


def _shortened(text: str) -> str:
    """Cut a long text at a word, and show that it goes on."""
    if len(text) <= _LONGEST:
        return text
    kept = text[: _LONGEST - len(_CUT_OFF) + 1]
    return f"{(kept.rpartition(' ')[0] or kept[:-1]).rstrip(' .,;:')}{_CUT_OFF}"


def _phone(value: str) -> str:
    digits = f"0{value[3:]}" if value.startswith("+62") else value
    if value.startswith("+62") and len(digits) >= 10:
        return f"{digits[:4]}-{digits[4:8]}-{digits[8:]}"
    return digits


def _day(value: str, language: Language) -> str:
    first, _, clock = value.partition(" ")
    try:
        spoken = day(date.fromisoformat(first), language)
    except ValueError:
        return value
    return f"{spoken}, {clock.replace(':', '.')}" if clock else spoken


def without_last_particles(said: str) -> str:
    """Give "pak samsul" for "pak samsul deng" and "dahlan maaf"."""
    words = said.split()
    while len(words) > 1 and words[-1].lower() in _PARTICLES:
        words.pop()
    return " ".join(words)


def age_told(age: str, language: Language) -> str:
    """Give "19" and "2 bulan" as read aloud: "19 tahun", "2 months old"."""
    number, _, unit = age.partition(" ")
    return say(f"value.{unit if is_a_babys(age) else 'years'}", language, age=number if is_a_babys(age) else age)
