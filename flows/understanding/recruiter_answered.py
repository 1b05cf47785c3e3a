"""What is told first where it was asked who recruits: "gunawan. di sumbawa besar", "mantan pacar. dia ngajak"."""

from flows.reading import Found
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import Mentions
from flows.understanding.naming import name_after
from flows.understanding.places_named import DISTRICT, KINDS
from flows.understanding.words import Words

_LONGEST = 6  # terms of a first clause that says who it was
_SHOWING = frozenset(
    {"sama", "oleh", "si", "itu", "yang", "bawa", "ngajak", "nama", "namanya", "nya", "kak", "pak", "bu"}
)
_AFTER_A_NAME = frozenset({"orang", "dari", "asal", "warga", "di", "no", "nomor", "hp", "wa", "dia", "rumah", "yang"})
_HIS_HOUSE = frozenset({"rumah", "kos", "kosan", "kontrakan", "kantor", "tempat", "alamat"})
_KIN = frozenset({"victim_relation", "victim_sex", "victim"})


def read_recruiter_answered(mentions: Mentions, found: dict[str, Found]) -> None:
    """Read the answer's first clause as of whoever recruits, and where they live as no place of the victim's."""
    words = mentions.words
    first = [at for at, clause in enumerate(words.clauses) if clause == words.clauses[0]]
    named = found.get("victim_name") if "victim_age" not in found else None
    if "recruiter" not in found and named and named.words in words.said(0, len(first)):
        found["recruiter"] = found.pop("victim_name")  # "tetangga di kopang, bu erna namanya"
    if "recruiter" not in found and (name := _named_first(mentions, len(first))):
        found["recruiter"] = Found(name[0], words.said(name[1], name[2]))
    if len(first) <= _LONGEST and _is_kin_alone(words, first):
        for key in _KIN:
            found.pop(key, None)  # "mantan pacar. dia ngajak lewat facebook"
    if "victim_now" in found and _is_where_they_live(words, found["victim_now"].words, len(first)):
        del found["victim_now"]


def _named_first(mentions: Mentions, ends: int) -> tuple[str, int, int] | None:
    words = mentions.words
    begins = next((at for at in range(ends) if words.forms[at] not in _SHOWING or _is_title(words, at)), ends)
    name = name_after(words, begins) if begins < ends else None
    if name is None or (words.terms[name[1]].ids and not _is_title(words, name[1])):
        return None
    is_all = name[2] >= ends or words.forms[name[2]] in _AFTER_A_NAME or words.raw(name[2])[0].isdigit()
    is_of_a_place = name[2] < len(words.terms) and not {DISTRICT, *KINDS}.isdisjoint(words.terms[name[2]].ids)
    return name if is_all or is_of_a_place else None


def _is_where_they_live(words: Words, where: str, ends: int) -> bool:
    """Read "sukri, rumahnya di praya" and "gunawan. di sumbawa besar", not "sukri. skrg adik di praya"."""
    house = where.lower().partition(" ")[0]
    if house.endswith("nya") and house.removesuffix("nya") in _HIS_HOUSE:
        return True
    return words.forms[ends : ends + 1] == ["di"] and words.said(ends + 1, len(words.terms)).startswith(
        where.removeprefix("di ")
    )


def _is_title(words: Words, at: int) -> bool:
    return words.raw(at).lower() in word_set("titles")


def _is_kin_alone(words: Words, first: list[int]) -> bool:
    """Say whether the first clause only says what somebody is to the writer: "tetangga sendiri"."""
    told = {name for at in first for name in words.terms[at].ids}
    return bool(told & {"KIN", "PERSON"}) and not any(words.terms[at].form == "korban" for at in first)
