"""The words in which a spot is told: "block 10. flat lt 3", "KTV golden star", "bawahnya ada apotek Sehat".

A spot is a house by its number or letter, a place of business by its name, or what stands beside it. The words before
it in its piece of the message may only tell of being there: "bosnya di hotel Melati" is no spot of the victim.
"""

import itertools
import re
from collections.abc import Container
from functools import cache, lru_cache
from typing import NamedTuple

from flows.folding import fold
from flows.phrases import Words
from flows.understanding.everyday import is_everyday
from flows.understanding.lexicon import word_set
from flows.understanding.mentions import read_mentions
from flows.understanding.places_named import DISTRICT, KINDS
from flows.understanding.words import read_words

_LONGEST = 400  # characters looked at
_PIECE = re.compile(r"[,;\n!?()]+|\.(?!\d)|(?<!\d)\.")
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NUMBERED = frozenset(fold(
    "blok blk block lantai lt floor level flat unit kamar kmr room tower menara gedung building bangunan apartemen"
    " apartment villa vila rumah house pintu barak asrama hostel gang gg lorong jalan jl jln rt street"
))  # fmt: skip
_NO = frozenset(fold("no nomor number ke"))
_JOINED = re.compile(r"(?:lantai|lt|blok|blk|kamar|kmr|tower|gedung|flat|unit)\d+[a-z]?$")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_STOREYS = frozenset({"floor", "level"})
_FIGURE = re.compile(r"(?:\d{1,4}[a-z]?|[a-z]\d{0,3})$")
_COUNTED = frozenset(fold("orang org jam hari minggu bulan tahun thn th kali juta jt ribu rb m meter km ringgit x"))
_BESIDE = frozenset(fold(
    "dekat dkt dket deket sebelah sebelahnya samping sampingnya belakang belakangnya depan depannya seberang"
    " seberangnya bawah bawahnya atas atasnya dekatnya near opposite behind beside below above"
))  # fmt: skip
_TO_IT = frozenset(fold("ada adalah itu to sama dengan dgn"))
_BEFORE_NEXT = frozenset(fold("bulan minggu tahun hari pekan"))  # "bulan depan"
_LANDMARKS = frozenset(fold(
    "apotek apotik pharmacy farmasi masjid mesjid musholla mosque gereja church kuil temple sekolah school mall"
    " supermarket minimarket indomaret alfamart bank atm spbu pom rs hospital clinic stadion stadium taman park"
    " sungai river tol halte stesen station pos kfc mcd starbucks kasino casino pelabuhan"
))  # fmt: skip
_HOMES = frozenset(fold("rumah kampung desa dusun daerah kos kost kosan mess mes kamar kontrakan house home village"))
_NAMING = frozenset(fold("namanya nama bernama itu named called"))
_THERE = frozenset(fold(
    "di in at on kat dia ia mereka sekarang masih lagi ada adanya posisi posisinya lokasi lokasinya alamat alamatnya"
    " tempat tempatnya tinggal tinggalnya disekap dikurung dikunci ditahan ditaruh disembunyikan sembunyi ngumpet"
    " katanya kayaknya mungkin persisnya tepatnya namanya nama she he they are is am im now still the itu ini ya iya"
    " pak bu kak min bang mas mbak oh eh anak adik kakak suami istri teman kok pas situ sana dalam sih terus kota"
    " sudah bilang blg tadi locked kept held inside hiding her his"
))  # fmt: skip
_MINE = frozenset(fold("saya aku tiang kami kita i we me my"))
_LOOKS = frozenset(
    fold("cat dicat catnya pagar pagarnya warna merah hijau ijo biru kuning putih hitam pink ungu coklat")
)
_AFLOAT = frozenset({"kapal", "laut", "perairan"})  # "di atas kapal" is no spot
_WAYS = frozenset(fold("dari from ke to lewat via"))
_SHORTEST = 2  # words of a spot
_MOST = 9  # words of a spot behind its first
_BEFORE_IT = 5  # words of a town or a house before a spot
_A_TOWN_BESIDE = 3  # words; "dekat lahad datu", "near kuala lumpur"
_AT = frozenset({"di", "at", "in"})
_PARTS_OF_A_TOWN = frozenset(fold("bukit taman kota pusat pantai teluk tanjung"))


class Spot(NamedTuple):
    """A spot as written, the words that lead to it, and the piece of the message in which it stands."""

    words: str
    lead: Words
    piece: str

    @property
    def is_the_writers(self) -> bool:
        """True where the writer says that they themselves are there."""
        return not _MINE.isdisjoint(self.lead)


@lru_cache(maxsize=32)
def spots_in(text: str) -> tuple[Spot, ...]:
    """Give the spots that a message tells, in their order; one message is asked for them by several rooms."""
    if not _may_tell_one(text):
        return ()
    return tuple(spot for piece in _PIECE.split(text[:_LONGEST]) if (spot := _spot_of(piece)))


def spot_in(text: str) -> str:
    """Give the words of all spots of a message, "" for none: "salmiya block 10, flat lt 3"."""
    return ", ".join(spot.words for spot in spots_in(text))


def tells_a_house(text: str) -> bool:
    """Say whether a spot is told by more than the town near which it is: "dekat lahad datu" finds no house."""
    return any(_is_of_a_house(fold(spot.words)) for spot in spots_in(text))


def spot_around(text: str, here: str) -> str:
    """Give the spots told of the place `here` of a message: in its own piece, or bare in a piece after it."""
    pieces = _PIECE.split(text[:_LONGEST])
    told = frozenset(fold(here))
    first = next((at for at, piece in enumerate(pieces) if not told.isdisjoint(fold(piece))), len(pieces))
    since = frozenset(pieces[first:])
    around = (spot for spot in spots_in(text) if spot.piece in since)
    return ", ".join(spot.words for spot in around if not spot.lead or not told.isdisjoint(fold(spot.piece)))


def is_only_a_spot(text: str) -> bool:
    """Say whether a message tells a spot of somebody else than the writer, and nothing else: "ktv golden star"."""
    spots = spots_in(text)
    pieces = [piece for piece in _PIECE.split(text[:_LONGEST]) if set(fold(piece)) - _THERE]
    is_whole = bool(spots) and len(spots) == len(pieces) and len(text) < _LONGEST
    return is_whole and all(_ends_its_piece(spot) and not spot.is_the_writers for spot in spots)


def tells_where(text: str, found: Container[str]) -> bool:
    """Say whether a message tells a spot, or the ship that somebody is on: "km mina jaya 12, terakhir di dobo"."""
    words = fold(text[:_LONGEST])
    is_of_a_ship = "vessel" in found and len(words) <= _MOST and _WAYS.isdisjoint(words)
    return is_of_a_ship or spot_in(text) != ""


def with_town(spot: str, town: str) -> str:
    """Put a spot before its town, without telling the town twice: "johor bahru KTV Ria, Malaysia"."""
    told, (name, _, country) = frozenset(fold(spot)), town.partition(", ")
    if told.issuperset(fold(town)):
        return spot
    if frozenset(fold(town)) >= told:
        return town
    return f"{spot}, {country}" if country and told.issuperset(fold(name)) else f"{spot}, {town}"


def _ends_its_piece(spot: Spot) -> bool:
    said = fold(spot.piece)
    return not set(said[len(said) - len(said[len(spot.lead) + len(fold(spot.words)) :]) :]) - _THERE


@cache
def _marks() -> frozenset[str]:
    return _NUMBERED | _BESIDE | _kinds()


@cache
def _kinds() -> frozenset[str]:
    return word_set("businesses") | word_set("lodgings") | frozenset(fold("kedai kilang pabrik factory hotel kondo"))


@cache
def _stops() -> frozenset[str]:
    return word_set("place_ends") | _MINE | frozenset(fold("dia mereka sy jangan jgn juga cuma bisa they who he she"))


def _may_tell_one(text: str) -> bool:
    words = fold(text[:_LONGEST])
    return any(word.removesuffix("nya") in _marks() or word in _marks() or _JOINED.match(word) for word in words)


def _spot_of(piece: str) -> Spot | None:
    found = list(_TOKEN.finditer(piece))
    words = tuple("".join(fold(one.group())) for one in found)
    start = next((at for at in range(len(words)) if _begins(words, at)), None)
    if start is None or not _marked(words, start, piece):
        return None
    end = _end(words, start)
    first = _with_the_town(words, start)
    if end - first < _SHORTEST and not _JOINED.match(words[start]):
        return None
    lead = words[:first]
    if not (_THERE | _MINE).issuperset(lead):
        return None
    return Spot(piece[found[first].start() : found[end - 1].end()], lead, piece)


def _marked(words: Words, start: int, piece: str) -> bool:
    """Say whether what begins at `start` is told apart from others of its kind, there or further on in its piece."""
    return any(
        _is_numbered(words, at) or _is_named(words, at, piece) or _is_beside(words, at)
        for at in range(start, _end(words, start))
    )


def _begins(words: Words, at: int) -> bool:
    word = words[at]
    return bool(
        word in _NUMBERED
        or word in _kinds()
        or word.removesuffix("nya") in _kinds()
        or word in _BESIDE
        or _JOINED.match(word)
        or (_ORDINAL.match(word) and not _STOREYS.isdisjoint(words[at + 1 : at + 2]))
    )


def _is_numbered(words: Words, at: int) -> bool:
    """Read "block 10", "lantai ke 9", "lt3" and "9th floor", not "kamar 3 orang"."""
    if _JOINED.match(words[at]) or (_ORDINAL.match(words[at]) and not _STOREYS.isdisjoint(words[at + 1 : at + 2])):
        return True
    if words[at] not in _NUMBERED:
        return False
    after = tuple(itertools.dropwhile(lambda word: word in _NO, words[at + 1 : at + 4]))
    return bool(after) and bool(_FIGURE.match(after[0])) and _COUNTED.isdisjoint(after[1:2])


def _is_of_a_house(words: Words) -> bool:
    beside = words[1:] if words[0] in _BESIDE else ()
    is_beside_a_town = 0 < len(beside) <= _A_TOWN_BESIDE and len(_towns(" ".join(beside))) == len(beside)
    return not is_beside_a_town


def _is_named(words: Words, at: int, piece: str) -> bool:
    """Read "ktv golden star", "karaokenya namanya Bintang" and "KTV Mekar Indah", not "hotel dia" and "toko baju"."""
    if words[at] not in _kinds() and words[at].removesuffix("nya") not in _kinds():
        return False
    after = tuple(itertools.dropwhile(lambda word: word in _NAMING, words[at + 1 :]))
    name = tuple(itertools.takewhile(lambda word: word not in _stops() | _BESIDE | {"di"}, after))[:4]
    large = {"".join(fold(one.group())) for one in _TOKEN.finditer(piece) if one.group()[0].isupper()}
    is_shouted = piece.isupper()
    return any(_may_be_a_name(word) or (word in large and not is_shouted) for word in name)


def _is_beside(words: Words, at: int) -> bool:
    """Read "dekat kuantan", "bawah ada pharmacy" and "depan masjid", not "bulan depan" and "dekat sama mami"."""
    if words[at] not in _BESIDE or (at and words[at - 1] in _BEFORE_NEXT):
        return False
    after = tuple(itertools.dropwhile(lambda word: word in _TO_IT, words[at + 1 : at + 5]))
    if not after or after[0] in _stops():
        return False
    if after[0] in _HOMES:
        return any(map(_may_be_a_name, after[1:2]))
    nouns = (_LANDMARKS | word_set("place_nouns") | _kinds()) - _AFLOAT
    return after[0] in nouns or _may_be_a_name(after[0]) or 0 in _towns(after[0])


def _may_be_a_name(word: str) -> bool:
    is_a_word = len(word) > 1 and not word.isdecimal() and word not in _stops() | _THERE | _COUNTED
    return is_a_word and not is_everyday(word)


def _end(words: Words, start: int) -> int:
    """Give where the spot ends: before what tells on, and not within "bawah ada pharmacy"."""
    end = start + 1
    while end < len(words) and end <= start + _MOST:
        is_to_it = words[end] in _TO_IT and words[end - 1] in _BESIDE
        if words[end] in _stops() and not is_to_it and words[end] not in _NAMING:
            break
        if words[end].startswith("di") and is_everyday(words[end]) and words[end] != "di":
            break  # "gedung b dikunci"
        end += 1
    while end > start + 1 and words[end - 1] in (_THERE - {"nama"}) | _BESIDE:
        end -= 1
    return end


def _with_the_town(words: Words, start: int) -> int:
    """Give where that begins which stands right before a spot and is of it: "salmiya block 10", "ruko cat biru"."""
    towns = _towns(" ".join(words[:start])) if start else frozenset()
    first = start
    while first and start - first < _BEFORE_IT:
        word = words[first - 1]
        is_led = word in _AT and first > 1 and _is_a_house(words[first - 2])  # "mess di belakang pabrik"
        if not (is_led or _is_a_house(word) or word in _LOOKS or first - 1 in towns or _may_be_a_name(word)):
            break
        first -= 1
    return first


def _is_a_house(word: str) -> bool:
    return word.removesuffix("nya") in word_set("place_nouns") | _PARTS_OF_A_TOWN


@lru_cache(maxsize=1024)
def _towns(text: str) -> frozenset[int]:
    """Give the words of a short text at which the name of a place stands."""
    return frozenset(read_mentions(read_words(text)).terms_of(*KINDS, DISTRICT))
