"""Whom a writer trusts to be called or told in their stead: "hubungi om Deni", "ke kakak aja", "tante boleh tau"."""

import itertools
from collections.abc import Iterator
from functools import cache

from flows.contact_others import is_somebody
from flows.contact_ways import is_refused_before, refusal_in
from flows.folding import fold
from flows.phrases import Words, without_fillers
from flows.understanding.places_named import values_of
from flows.understanding.word import form_of
from flows.word_tables import contact_verbs, contact_words, number_words

_BESIDE = 3  # words
_JUST_BEFORE = 2  # words
_ONLY_AFTER = 4  # words; "abang gw si Rizal aja"
_BY = frozenset(fold("ke lewat via melalui kepada sama pakai buat untuk to through"))
_TELLING = frozenset(fold("bilang kasih kasi beri kabar kabarin info infoin ngomong tell inform"))
_GIVING = frozenset(fold("kasih kasi beri"))  # "kasih tau ibu sy" tells, "kasih uang ke ibu" does not
_A_BIDDING, _LATER = 4, 6  # words
_KNOW = frozenset(fold("tahu know kenal"))
_TOLD = frozenset(fold("dikasih dikasi dikasihtau diberi diberitahu dikabari dikabarin ditanya"))
_BEFORE_KNOWING = frozenset(fold("di dikasih dikasi diberi kasih kasi beri cuma hanya sudah"))
_AS_WELL = frozenset(fold("juga too"))
_THEM = frozenset(fold("dia beliau him her them"))
_PARENTS = {"ibu": "ibu", "bapak": "bapak"}  # titles as well as kin
_WHENEVER = frozenset(
    fold("kalau kalo klo jika misal misalnya if ada apa apa2 darurat urgent penting ya tolong minta coba")
)


def may_be_called(words: Words) -> bool:
    """Read "boleh dihubungi", "bisa telepon ke ..." and "tolong hub ...", not "jgn telp ..."."""
    ways, number = contact_words(), number_words()
    verbs = contact_verbs() | number.reached | ways.passive
    at = next((at for at, word in enumerate(words) if word in verbs and word not in number.things), None)
    if at is None or _is_refused(words, at):
        return False
    return not number.may.isdisjoint(words) or is_bidden_as_well(words)


def is_bidden_as_well(words: Words) -> bool:
    """Read "kabari juga dia" and "hubungi beliau", not "sy telpon juga dia tadi" and "dia hubungi juga calonya"."""
    ways = contact_words()
    for at, word in enumerate(words):
        if word not in (contact_verbs() | _TELLING) - ways.passive - number_words().things or _is_refused(words, at):
            continue
        by_whom = words[at - 1] if at else ""
        follows = [after for after in words[at + 1 : at + 1 + _BESIDE] if after not in _KNOW]
        # "hamdan no nya 0812 ... kabari": the digits stood between
        is_said_of = by_whom in ways.selves | ways.may - {"tolong"} or (is_somebody(by_whom) and by_whom != "nya")
        if not is_said_of and follows and (follows[0] in _AS_WELL | _THEM or follows[-1] in _AS_WELL):
            return True
    return False


def may_know(words: Words) -> bool:
    """Read "tante boleh tau" and "yg boleh dikasih tau cuma ...", not "mama ga boleh tau"."""
    ways = contact_words()
    for at, word in enumerate(words):
        if word not in _KNOW | _TOLD:
            continue
        before = [one for one in words[max(0, at - _BESIDE) : at] if one not in _BEFORE_KNOWING]
        if before and before[-1] in ways.may and (ways.refusals | ways.denials).isdisjoint(before):
            return True
    return False


def is_only_to_know(words: Words) -> bool:
    """Read "my sister can tell", "kasih tau ibu sy ya" and "my brother dont know": who may hear, and was not harmed."""
    return may_be_called(words) or may_know(words) or is_spared(words) or any(map(_is_told, _near_kin(words)))


def _near_kin(words: Words) -> Iterator[tuple[Words, Words]]:
    """Give the words right before each word of kin, and those behind it."""
    for at, word in enumerate(words):
        if kin_of(word) or kin_of(word.removesuffix("ku")):
            yield words[max(0, at - _A_BIDDING) : at], words[at + 1 : at + 1 + _LATER]


def _is_told(near: tuple[Words, Words]) -> bool:
    """Read "tell my <mother>" and "<sister> nurul in buer can tell", not "she tell my <mother> ..."."""
    before, after = near
    ways = contact_words()
    said = tuple(word for word in before if word not in ways.selves)
    bids = said[-1:] != () and said[-1] in (_TELLING - _GIVING) | (ways.reaching - ways.passive)
    tells = bids or (len(said) > 1 and said[-1] in _KNOW and said[-2] in _GIVING)
    if tells and not any(map(is_somebody, said)):
        return True
    return any(one in ways.may and other in _TELLING for one, other in itertools.pairwise(after))


def kin_of(word: str) -> str:
    """Give how a word of kin is told, "suami" of "suamiku", "" for any other word."""
    form = form_of(word)
    return values_of("KIN").get(form, "") or _PARENTS.get(form, "")


def tells_of_knowing(word: str) -> bool:
    """Say whether a word is of knowing or of being told: "mama boleh dikasih tau 0812 ..."."""
    return word in _KNOW | _TOLD | _BEFORE_KNOWING


def is_confided(words: Words, at: int) -> bool:
    """Say whether whoever is named at this place is to be called or told: "kabari om ...", "ke kakak saja".

    "daftarnya lewat om Deni" leads to who recruits: nothing else may be said before them.
    """
    before, after = words[:at], words[at + 1 : at + 1 + _ONLY_AFTER]
    if _is_bidden(words, at):
        return True
    if not all(map(_leads, before)) or refusal_in(before) is not None:
        return False
    led_by = next((word for word in reversed(before) if word not in number_words().things), "")
    is_reached = led_by in contact_verbs() | _TELLING or (led_by in _BY and not _verbs().isdisjoint(before))
    return is_reached or not _only().isdisjoint(after)


def is_spared(words: Words) -> bool:
    """Read "jangan hub mama ...", "jgn kasih tau ibu sy ..." and "kakak sy ... jgn ditelp", of whose number it is."""
    ways, number = contact_words(), number_words()
    verbs = _verbs() | number.reached | ways.passive | _TOLD
    return any(word in verbs and is_refused_before(words, at, _JUST_BEFORE) for at, word in enumerate(words))


def is_named_as_spared(words: Words, at: int) -> bool:
    """Read the "mama" of "jangan hub mama ya, her number ...", who is named right after what is refused."""
    return words[max(0, at - 1) : at] != () and words[at - 1] in _verbs() and is_spared(words[:at])


def _is_bidden(words: Words, at: int) -> bool:
    """Read "nmr sy ga bisa dihubungi, hubungi kakak saya": the verb stands right before whom it is asked to call."""
    verb = words[at - 1] if at else ""
    if verb not in contact_words().reaching - contact_words().passive or _is_refused(words, at - 1, reach=1):
        return False
    by_whom = words[at - 2] if at > 1 else ""
    return by_whom not in contact_words().selves and not is_somebody(by_whom)


def _is_refused(words: Words, at: int, reach: int = _BESIDE) -> bool:
    denials = contact_words().denials
    return is_refused_before(words, at, reach) or not denials.isdisjoint(words[max(0, at - reach) : at])


@cache
def _verbs() -> frozenset[str]:
    return contact_verbs() | _TELLING | _KNOW


@cache
def _only() -> frozenset[str]:
    return (contact_words().only - contact_words().here) | {"instead"}


def _leads(word: str) -> bool:
    """Say whether a word may stand before whom it is asked to call, and tells nothing else."""
    ways = contact_words()
    listed = ways.leads | ways.may | ways.just | ways.selves | number_words().things | _BY | _verbs() | _WHENEVER
    return word in listed or not without_fillers((word,))
