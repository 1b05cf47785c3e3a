"""A bare answer read in the light of the question that was asked: "Rini", "besok", "batam", "17"."""

from collections.abc import Sequence

from flows.reading import Found
from flows.understanding.mentions import Mentions
from flows.understanding.moments import Moment
from flows.understanding.money import find_money
from flows.understanding.naming import find_names, name_after
from flows.understanding.places_abroad import first_value

_SHORT = 6
_OLDEST = 90
_NAMES = {
    "recruiter": "recruiter",
    "reporter_name": "reporter_name",
    "victim": "victim_name",
    "check_name": "recruiter",
}


def read_bare_answer(mentions: Mentions, moments: Sequence[Moment], asked: str, found: dict[str, Found]) -> None:
    """Add to `found` what only the question gives away."""
    words = mentions.words
    if asked == "departure" and "departure" not in found and moments:
        found["departure"] = Found(str(moments[0]), words.said(moments[0].first, moments[0].last))
    if asked in {"contact_phone", "contact"} and "recruiter_phone" in found:
        found["contact"] = found.pop("recruiter_phone")
    if asked == "payment" and "payment" not in found:
        for money in find_money(words.text)[:1]:
            found["payment"] = Found(money.value, words.text[money.start : money.end].strip())
    _read_place(mentions, asked, found)
    _read_age(mentions, asked, found)
    _read_name(mentions, asked, found)


def _read_place(mentions: Mentions, asked: str, found: dict[str, Found]) -> None:
    if asked in {"destination", "victim_now"} and asked not in found:
        named = found.get("destination") or first_value(mentions, "INLAND_PLACE")
        if named:
            found[asked] = named
            if asked == "victim_now" and len(mentions.words.terms) <= _SHORT and not mentions.has("DEPART"):
                # where she is now does not tell where she was to go
                found.pop("destination", None)


def _read_age(mentions: Mentions, asked: str, found: dict[str, Found]) -> None:
    terms = mentions.words.terms
    if asked not in {"victim", "child_age"} or "victim_age" in found or len(terms) > _SHORT:
        return
    for at, term in enumerate(terms):
        if term.form.isdecimal() and term.form.isascii() and 0 < int(term.form[:3]) <= _OLDEST:
            found["victim_age"] = Found(term.form, mentions.words.said(at, at + 1))
            return


def _read_name(mentions: Mentions, asked: str, found: dict[str, Found]) -> None:
    words = mentions.words
    key = _NAMES.get(asked)
    if not key or key in found or "company" in found or not 0 < len(words.terms) <= 2 * _SHORT:
        return
    names = find_names(words)
    name = names[0] if names else name_after(words, 0)
    if name and (names or name[2] == len(words.terms)):
        found[key] = Found(name[0], words.said(name[1], name[2]))
