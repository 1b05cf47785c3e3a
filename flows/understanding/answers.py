"""A bare answer read in the light of the question that was asked: "Rini", "besok", "batam", "17"."""

from collections.abc import Sequence

from flows.reading import Found
from flows.understanding.mentions import Mentions
from flows.understanding.moments import Moment
from flows.understanding.money import find_money
from flows.understanding.naming import find_names, name_after
from flows.understanding.places_abroad import first_value, is_only_a_goal

_SHORT = 6
_COUNTED = frozenset(
    {
        "orang",
        "bulan",
        "minggu",
        "hari",
        "kali",
        "anak",
        "jam",
        "juta",
        "ribu",
        "ringgit",
        "riyal",
        "rupiah",
        "dolar",
        "januari",
        "februari",
        "maret",
        "april",
        "mei",
        "juni",
        "juli",
        "agustus",
        "september",
        "oktober",
        "november",
        "desember",
    }
)
_SOMEBODYS_NAME = frozenset({"victim_name", "recruiter", "reporter_name"})
_OLDEST = 90
_BARE = 3  # terms; "anak, 15 th" is an age, "tidak boleh pulang 2 tahun" is none
_AGE_WORDS = frozenset({"umur", "usia", "anak", "adik", "kakak", "perempuan", "laki", "istri", "suami", "dia"})
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
        if asked == "victim_now" and is_only_a_goal(mentions):
            return
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
    if "departure" in found or mentions.has("DEPART"):
        return
    for at, term in enumerate(terms):
        if at + 1 < len(terms) and terms[at + 1].form in _COUNTED:
            continue
        if at and terms[at - 1].form in {"tanggal", "nomor", "jam", "blok", "lantai", "tidak", "sudah", "selama"}:
            continue
        if len(terms) > _BARE and not _AGE_WORDS.intersection(t.form for t in terms):
            continue
        if term.form.isdecimal() and term.form.isascii() and 0 < int(term.form[:3]) <= _OLDEST:
            found["victim_age"] = Found(term.form, mentions.words.said(at, at + 1))
            return


def _read_name(mentions: Mentions, asked: str, found: dict[str, Found]) -> None:
    words = mentions.words
    key = _NAMES.get(asked)
    if not 0 < len(words.terms) <= 2 * _SHORT or "company" in found:
        return
    if not key and not asked.startswith("check") and not _SOMEBODYS_NAME.intersection(found):
        _read_lone_name(mentions, found)
    if not key or key in found:
        return
    names = find_names(words)
    name = names[0] if names else name_after(words, 0)
    if name and (names or name[2] == len(words.terms)):
        found[key] = Found(name[0], words.said(name[1], name[2]))


def _read_lone_name(mentions: Mentions, found: dict[str, Found]) -> None:
    """Take "namanya Rahmat, umur 23" for the victim's where nothing says whose it is."""
    introduced = [named for named in find_names(mentions.words) if named.is_introduced]
    if introduced:
        named = introduced[0]
        found["victim_name"] = Found(named.name, mentions.words.said(named.first, named.last))
