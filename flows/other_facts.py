"""Facts that show that a line tells of something else than what was asked, whatever it looks like."""

import re
from collections.abc import Mapping

from flows import questions as q
from flows.folding import fold
from flows.labels import Category
from flows.question import Question
from flows.reading import Found

_A_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_FROM_OR_UNTIL = frozenset(
    fold("sebelum sblm habis abis setelah stlh sesudah sampai sampe smp kalau klo kalo pas waktu ketika selesai selama")
) | frozenset(fold("before after until till when if once while unless"))
_NONE: frozenset[str] = frozenset()
_NUMBERS = frozenset({"recruiter_phone", "victim_phone", "account"})
_MONEY = frozenset({"payment", "salary", "account"})
_JOURNEY = frozenset({"destination", "departure", "transit", "port", "visa"})
_OF_THE_VICTIM = frozenset({"victim_name", "victim_age", "victim_count"})
_OF_THE_CASE = (
    (_NUMBERS | _MONEY | _JOURNEY | _OF_THE_VICTIM | {"recruiter", "company", "documents"})
    - {"departure", "destination"}  # "kalau sudah berangkat", "pas di malaysia" may be hours
)  # fmt: skip
_ASK_WHO = frozenset({Category.SURROGACY, Category.ORGAN_SALE})  # the questions of these forms ask for names and days
_OF_A_FORM = {
    question.id: _NUMBERS | {"recruiter", "departure", "transit", "visa", "salary"}
    for form, question in q.FORM_QUESTIONS.items()
    if form not in _ASK_WHO
}
_TELL_ELSE: Mapping[str, frozenset[str]] = {
    **_OF_A_FORM,
    q.RECRUITER_PHONE.id: frozenset({"victim_phone", "contact"}),
    q.VICTIM_NAME.id: _NUMBERS | _MONEY | {"recruiter", "company", "documents"},
    q.CONTACT_PHONE.id: frozenset({"recruiter", "company", "victim_name"}),
    q.CONTACT_WHEN.id: _OF_THE_CASE,
    q.CONTACT_WORDING.id: _OF_THE_CASE,
    q.REPORTER_NAME.id: _OF_THE_CASE,
    q.CHECK_WHO.id: _MONEY | _JOURNEY,
    q.CHECK_ACCOUNT.id: _JOURNEY | _OF_THE_VICTIM | {"salary", "documents"},
    q.CHECK_OFFICE.id: _MONEY | _OF_THE_VICTIM | {"departure", "transit", "port", "visa", "documents"},
    q.CHECK_ORDER.id: _MONEY | _OF_THE_VICTIM | {"departure", "transit", "port"},
}


def tell_else(question: Question, text: str, found: Mapping[str, Found]) -> bool:
    """Say whether what was read in a line shows that it does not answer this question: "katanya utang sy 14 juta"."""
    if question in {q.VICTIM_NOW, q.VICTIM_SPOT} and "transit" in found:
        return question.id not in found and q.VICTIM_NOW.id not in found  # "transit 3 hari di jakarta"
    if question is q.CONTACT_WHEN and _tells_the_day_of_leaving(text, found):
        return True
    return not _TELL_ELSE.get(question.id, _NONE).isdisjoint(found)


def _tells_the_day_of_leaving(text: str, found: Mapping[str, Found]) -> bool:
    """Tell "rencana naik kapal tgl 30 november" from the hours of "sebelum berangkat tgl 30"."""
    leaves = found.get(q.DEPARTURE.id)
    return (
        leaves is not None and _A_DATE.match(leaves.value) is not None and _FROM_OR_UNTIL.isdisjoint(fold(text[:200]))
    )
