"""A part of an address is put right or told more of, and the rest of it stands: "gang 5 bukan gang 3"."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from flows import questions as q
from flows.conversation import Conversation
from flows.correction_cues import CUES, has_cue, parts
from flows.folding import fold
from flows.places_put_right import exchanged, standing
from flows.word_tables import spoken_of_words, topic_words

_LINES, _LONGEST = 800, 200  # characters of a message, and of a line
_WORD = re.compile(r"\w+(?:['’]\w+)*")
_PARTS: Mapping[str, str] = {
    spelling: spellings.split()[0]
    for spellings in (
        *("jalan jl jln", "gang gg", "lorong", "nomor no nomer", "rt", "rw", "blok blk block", "lantai lt", "desa"),
        *("kamar kmr", "dusun dsn", "lingkungan", "kelurahan", "kecamatan kec", "kabupaten kab", "unit", "kampung"),
    )
    for spelling in spellings.split()
}
"""How a part of an address is begun, and which part it is."""
_FIGURE = re.compile(r"\d{1,3}[a-z]?|[a-z]\d{0,2}", re.IGNORECASE)
_COUNTED = frozenset({"nomor", "rt", "rw", "blok", "lantai", "kamar", "unit"})  # parts with a figure and no name
_MOST = 3  # words of a name
_NOT = frozenset(fold("bukan bkn not"))
_NO_PART = _NOT | frozenset(fold(
    "nya pak bu kak bang min mas mbak ya yaa itu ini yang yg tapi tp tetapi dan sama di ke dari dr deng ding dong lagi"
    " saja aja salah keliru harusnya seharusnya maksudnya dekat belakang depan samping sebelah rumah kos ruko hp wa"
))  # fmt: skip
_MORE = frozenset(fold("tambah tambahan tambahin tambahkan nambah ditambah ditambahin lengkapnya lengkapi kurang plus"))
_ADDRESS = frozenset(fold("alamat alamatnya tempat tempatnya lokasi lokasinya"))
_TAKING_BACK = frozenset(fold("eh ehh oh maaf sori sorry"))
_OF_ANOTHER = frozenset(fold("asal asalnya asli pindah dipindah dipindahin kantor kantornya ktp kirim"))
_BEFORE_ANOTHER = frozenset(fold("dari dr ke asal"))


class _Part(NamedTuple):
    kind: str
    name: str
    written: str
    is_denied: bool

    @property
    def marker(self) -> str:
        """Give the "gang " of "gang 3", as it was written."""
        return self.written[: -len(self.name)]


def address_put_right(told: Conversation, text: str) -> dict[str, tuple[str, str]]:
    """Give the place anew in which a part is put right or added, as key -> (old, new); empty for none.

    "salah alamat bukan gang 3 tp gang 5" changes the lane alone, "alamat tambah desa Lape" adds the village.
    """
    line = line_of_an_address(text)
    keys = [key for key in (q.VICTIM_NOW.id, q.VICTIM_SPOT.id) if line and told.knows(key)]
    if not keys:
        return {}
    kinds = {part.kind for part in _right_in(line)}
    shared = (key for key in keys if any(part.kind in kinds for part in _parts_in(told.value(key))))
    key = next(shared, keys[0])
    new = with_parts(told.value(key), line)
    return {key: (told.value(key), new)} if new else {}


def line_of_an_address(text: str) -> str:
    """Give the line of a message that puts parts of an address right, or adds some: "" for none."""
    return next((line for line in text[:_LINES].splitlines() if _is_of_an_address(line)), "")


def parts_told(line: str) -> str:
    """Give the parts that such a line tells as they are: "gang 5" of "bukan gang 3 tp gang 5"."""
    return ", ".join(part.written for part in _right_in(line))


def with_parts(place: str, line: str) -> str:
    """Give a place with the parts that such a line tells, "" where it changes nothing."""
    right, wrong, words = _right_in(line), _without_markers(parts(line)[2]), fold(line[:_LONGEST])
    stood = {part.kind: part for part in _parts_in(place)}
    new = place
    for part in right:
        new = _with_part(new, stood[part.kind], part, wrong) if part.kind in stood else new
    names_a_part = any(part.is_denied for part in _parts_in(line)) and not stood
    if not _MORE.isdisjoint(words) or names_a_part:
        new = ", ".join([new, *(part.written for part in right if part.kind not in stood)])
    elif new == place and _is_all_wrong(words, right):
        new = parts_told(line)
    return new if new != place else ""


def _is_of_an_address(line: str) -> bool:
    words = fold(line[:_LONGEST])
    if _PARTS.keys().isdisjoint(words) or len(line) > _LONGEST or "?" in line or not _is_of_the_place(words):
        return False
    is_cue = not _MORE.isdisjoint(words) or has_cue(line) or words[0] in _TAKING_BACK
    return is_cue and bool(_right_in(line))


def _right_in(line: str) -> list[_Part]:
    return [part for part in _parts_in(line) if not part.is_denied]


def _is_all_wrong(words: tuple[str, ...], right: list[_Part]) -> bool:
    """Read "alamatnya salah, yg bener dusun Dasan Baru desa Lape": an address that has nothing of the old one."""
    return not _ADDRESS.isdisjoint(words) and not CUES.isdisjoint(words) and len({part.kind for part in right}) > 1


def _without_markers(wrong: str) -> str:
    return " ".join(word for word in wrong.split() if word.casefold() not in _PARTS)


def _is_of_the_place(words: tuple[str, ...]) -> bool:
    """Tell where the victim is from where somebody comes from, works or has their office."""
    others = spoken_of_words().bosses | topic_words()[q.RECRUITER.id].anywhere | _OF_ANOTHER
    return others.isdisjoint(word.removesuffix("nya") for word in words) and others.isdisjoint(words)


def _with_part(place: str, old: _Part, new: _Part, wrong: str) -> str:
    """Give a place with the name of one of its parts anew; the town behind a street stays."""
    if old.name.casefold() == new.name.casefold():
        return place
    as_long = " ".join(old.name.split()[: len(new.name.split())])
    stale = wrong if wrong and standing(wrong).search(old.name) else as_long
    return exchanged(place, old.marker + stale, old.marker + new.name)


def _parts_in(text: str) -> Iterator[_Part]:
    """Give the parts of an address in their order: "gang 3", "desa Montong Wareng"."""
    found = list(_WORD.finditer(text))
    words = [one[0].casefold() for one in found]
    for at, word in enumerate(words[:-1]):
        kind = _PARTS.get(word)
        before = words[at - 1] if at else ""
        if kind is None or before in _BEFORE_ANOTHER:
            continue
        end = _name_ends(text, found, at + 1, is_counted=kind in _COUNTED)
        if end > at + 1:
            begins, first, last = found[at].start(), found[at + 1].start(), found[end - 1].end()
            yield _Part(kind, text[first:last], text[begins:last], before in _NOT)


def _name_ends(text: str, found: list[re.Match[str]], at: int, *, is_counted: bool) -> int:
    """Give the word after the name that begins at word `at`; the same word where none does."""
    if _FIGURE.fullmatch(found[at][0]):
        return at + 1
    end = at
    while end < len(found) and end - at < _MOST and not is_counted:
        word = found[end][0].casefold()
        apart = end > at and text[found[end - 1].end() : found[end].start()].strip() != ""
        if apart or word in _PARTS or word in _NO_PART or word[0].isdigit():
            break
        end += 1
    return end
