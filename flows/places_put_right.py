"""A place is put right wherever it stands: "eh salah, Myanmar bukan Kamboja", of where one is and was to go alike."""

import re
from collections.abc import Mapping, Sequence

from flows import questions as q
from flows.conversation import Answer, Conversation
from flows.folding import fold
from flows.understanding.places_named import values_of
from flows.understanding.word import form_of

_LINES = (q.DESTINATION.id, q.VICTIM_NOW.id)
_LONGEST = 200  # characters
_A_REMARK = 8  # words; who only names the country anew writes no more
_OF_THE_WAY = frozenset(
    fold(
        "tujuan tujuannya tujuanya rencana rencananya berangkat berangkatnya brangkat nyebrang nyeberang dikirim ke"
        " destination"
    )
)
_OF_AN_OFFER = frozenset(fold("gaji gajinya upah salary janji janjinya dijanjikan dijanjiin ditawarin lowongan loker"))
_OF_NOW = frozenset(fold("tempat tempatnya tempatny lokasi lokasinya posisi posisinya alamat alamatnya location where"))
_HAS_MOVED = frozenset(fold("sekarang skrg skrng skg pindah dipindah dipindahin dipindahkan now moved"))
_AGAIN = frozenset(
    fold("eh ehh ralat salah maksudnya maksud deng ding koreksi kok sorry sori maaf wrong mean not bukan bkn")
)
_NOT = frozenset(fold("bukan bkn not"))
_BESIDE = frozenset(
    fold(
        "itu ini masih msh tetap di d yang yg benar bener betul harusnya seharusnya negara negaranya saya dia kami kita"
        " lho loh sih dong kan pak bu kak min bang mas mbak ya tadi td nya no its it is i actually wait in she he"
    )
)
OF_A_LINE = frozenset(fold(
    "salah keliru eh maaf yang di tujuan tujuannya tempat tempatnya negara negaranya itu ini dia korban korbannya"
    " sekarang pak bu kak"
))  # fmt: skip
"""Words that say which line is meant, and no place."""


def wherever_it_stands(
    told: Conversation, text: str, changes: dict[str, tuple[str, str]]
) -> dict[str, tuple[str, str]]:
    """Give the other line in which the very place stood that is put right, as key -> (old, new).

    Args:
        told: What was told before.
        text: The message that puts right.
        changes: What it puts right, in the same form.
    """
    words = frozenset(fold(text[:_LONGEST]))
    more = {}
    for key, other in (_LINES, _LINES[::-1]):
        if key not in changes or other in changes or not told.knows(other):
            continue
        is_of_one = not words.isdisjoint(
            _OF_THE_WAY | _OF_AN_OFFER if key == q.DESTINATION.id else _HAS_MOVED | _OF_NOW
        )
        old, right = changes[key]
        new = _replaced(told.value(other), old, right) if right and not is_of_one else ""
        if new:
            more[other] = (told.value(other), new)
    return more


def country_said_again(told: Conversation, text: str, *, is_shown: bool, is_denied: bool) -> dict[str, tuple[str, str]]:
    """Read "eh myanmar ding", "kok masih kamboja, myanmar kak" and "ini masih salah, tempatnya myanmar".

    Args:
        told: What was told before.
        text: The message.
        is_shown: Whether all that was told is on the screen, to be confirmed or changed.
        is_denied: Whether the message says that something is wrong.
    """
    words = fold(text[:_LONGEST])
    named = {at: country for at, word in enumerate(words) if (country := _country(word))}
    stood = {key: _country_of(told.value(key)) for key in _LINES if told.knows(key)}
    fresh = [country for at, country in named.items() if not _is_refused(words, at)]
    right = next((country for country in reversed(fresh) if any(known != country for known in stood.values())), "")
    rest = [word for at, word in enumerate(words) if at not in named]
    is_remark = len(words) <= _A_REMARK and (_AGAIN | _BESIDE | _OF_NOW | _OF_THE_WAY).issuperset(rest)
    if not right or not is_remark or "?" in text or not (is_shown or is_denied or not _AGAIN.isdisjoint(rest)):
        return {}
    denied = {country for country in named.values() if country != right}
    keys = [q.DESTINATION.id] if not _OF_THE_WAY.isdisjoint(rest) else list(_LINES)
    keys = [q.VICTIM_NOW.id] if not _OF_NOW.isdisjoint(rest) and right == stood.get(q.DESTINATION.id) else keys
    return {
        key: (told.value(key), new)
        for key in keys
        if stood.get(key) and stood[key] != right and (not denied or stood[key] in denied)
        if (new := _replaced(told.value(key), stood[key], right))
    }


def with_the_spot(old: str, new: str, wrong: str = "") -> str:
    """Keep what was not put right: the spot of "gedung tinggi, Kamboja" where only the country is told anew.

    So it is of "jalan melati gang 3" where `wrong`, "gang 3", is named beside "gang 4". The new place in all else.
    """
    if wrong and fold(wrong)[:1] == fold(new)[:1] and fold(wrong) != fold(old) and standing(wrong).search(old):
        return exchanged(old, wrong, new)
    country = _country_of(old)
    return _replaced(old, country, new) or new if country and new in values_of("COUNTRY").values() else new


def standing(words: str) -> re.Pattern[str]:
    """Find words where they stand by themselves: "me" is no part of "time"."""
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)


def exchanged(value: str, wrong: str, right: str) -> str:
    """Give a value with other words wherever the wrong ones stood."""
    return standing(wrong).sub(lambda _: right, value)


def place_in(right: str) -> str:
    """Give the place of "tujuannya sumbawa" and "cafenya jd di sumbawa besar"."""
    *_, place = re.split(r"\b(?:di|ke|d)\s+", right, flags=re.IGNORECASE)
    words = place.split()
    while len(words) > 1 and words[0].lower() in OF_A_LINE:
        del words[0]
    return " ".join(words)


def spot_put_right(told: Conversation, right: Mapping[str, Answer]) -> dict[str, Answer]:
    """Give the spot anew that stood in a place which is put right: nobody is to be looked for at the old number."""
    now, spot = right.get(q.VICTIM_NOW.id), told.value(q.VICTIM_SPOT.id)
    if now is None or not spot or spot.casefold() not in now.was.casefold():
        return {}
    return {q.VICTIM_SPOT.id: now._replace(was=spot)}


def holds(country: str, place: str, text: str) -> bool:
    """Say whether a country told now holds the place told before, and no word denies that: "myanmar itu maksudnya"."""
    town = values_of("CITY").get(
        " ".join(map(form_of, fold(place[:_LONGEST]))), place
    )  # "myawadi" of Myawaddy, Myanmar
    is_within = country in values_of("COUNTRY").values() and _country_of(town) == country != place
    return is_within and _NOT.isdisjoint(fold(text[:_LONGEST]))


def names_the_same_country(wrong: Sequence[str], value: str) -> bool:
    """Say whether words name the country of an answer in another spelling: "cambodia", of Kamboja."""
    country = _country_of(value)
    return bool(country) and any(_country(word) == country for word in wrong)


def _is_refused(words: Sequence[str], at: int) -> bool:
    return at > 0 and words[at - 1] in {"bukan", "bkn", "not"}


def _country(word: str) -> str:
    return values_of("COUNTRY").get(form_of(word), "")


def _country_of(value: str) -> str:
    """Give the country of a place: of "gedung tinggi, Kamboja" Kamboja, "" of a town alone."""
    last = value.rpartition(",")[2].strip()
    return last if last in values_of("COUNTRY").values() else ""


def _replaced(value: str, old: str, new: str) -> str:
    """Give "ruko hijau, Myanmar" for "ruko hijau, Kamboja", "Myanmar" for "Poipet, Kamboja", "" for no such."""
    if value.casefold() == old.casefold():
        return new
    before, comma, last = value.rpartition(", ")
    if not comma or last.casefold() != old.casefold():
        return ""
    is_a_city = before.casefold() in values_of("CITY")
    return new if is_a_city else f"{before}, {new}"
