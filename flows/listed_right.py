"""Several lines put right in one message: "Koreksi: 1. umurnya 19 2. tujuannya Sabah", "korban tetap 8 orang"."""

import re
from types import MappingProxyType
from typing import NamedTuple

from flows.conversation import Answer, Conversation, Origin
from flows.correction_cues import CUES, has_cue, parts
from flows.folding import fold
from flows.reading import Found, Reading
from flows.turning import Turning
from flows.understanding import understand

_LONGEST = 500  # characters
_NUMBERED = re.compile(r"(?:^|(?<=[\s,;:]))(\d)[.)]\s*(?=[^\W\d])")
_LINE = (
    r"(?:umur|usia|korban|perekrut|pelaku|calo|sponsor|agen|tujuan|negara|bayar|bayaran|biaya|uang|gaji|kerja|kerjaan|"
    r"pekerjaan|berangkat|tanggal|nomor|nomer|rekening|rek|pt|perusahaan|lokasi|posisi|age|victims?|recruiter|"
    r"destination|paid|job|salary|(?:(?:yg|yang)\s+)?(?:ngajak|ngajakin|bawa|rekrut|nawarin))(?:nya)?"
)
_CUT = re.compile(
    rf"\s*(?:[,;\n/]|\.\s|\b(?:dan|dn|sama|trus|terus|trs|and)\b)\s*(?=(?:dan |trus |terus |yg |yang )?{_LINE}\b)",
    re.IGNORECASE,
)
_HEADED = re.compile(rf"^{_LINE}\b", re.IGNORECASE)
_LEAD = re.compile(r"^(?:\W|\b(?:dan|trus|terus|yg|yang|maaf|eh|oh|tolong|min|kak|pak|bu)\b)*", re.IGNORECASE)
_STAYS = re.compile(r"\b(?:tetap|ttp|ttep|tetep|stays?|still)\b\s*", re.IGNORECASE)
_UNCHANGED = re.compile(
    r"\b(?:jangan|jgn|jngan|gak usah|ga usah|tidak usah|tdk usah|gausah|do ?n.?t)\s+(?:di?)?"
    r"(?:ubah|rubah|rubh|ganti|gantiin|change)\w*(?:\s+(?:ya|yg itu|yang itu|lagi|dong|it))*",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(
    r"^(?:jumlah )?(?:korban|victims?)(?:nya)?\W+(?:(?:ada|jadi|itu|total|are)\W+)*(?P<many>\d{1,3})\W*$", re.IGNORECASE
)
_COUNT, _TWO = "victim_count", 2
_A_LINE = 7  # words
_A_WHOLE_LINE = frozenset({"victim"})  # its pieces are kept one by one


class Item(NamedTuple):
    """One line that is put right: as it should read, how it was written, and whether it is to stay as it was."""

    text: str
    written: str
    stays: bool
    found: MappingProxyType[str, Found]

    @property
    def is_headed(self) -> bool:
        """True where it begins with the name of a line: "tujuannya Sabah"."""
        return _HEADED.match(_bare(self.text)) is not None


def items_in(turn: Turning, *, least: int = _TWO) -> list[Item]:
    """Give the lines that a message puts right or keeps, each by itself; none where it puts fewer than `least` right.

    A line that is to stay as it is counts by itself: "perekrut tetap pak Seman".
    """
    text = turn.text
    if len(text) > _LONGEST:
        return []  # a whole story
    is_kept = _STAYS.search(text) is not None or _UNCHANGED.search(text) is not None
    if not (is_kept or has_cue(text) or _NUMBERED.match(text)) or "?" in text:
        return []
    pieces, is_numbered = _pieces(text)
    items = [_item(turn, piece) for piece in pieces]
    telling = [item for item in items if item.found or (item.is_headed and has_cue(text))]
    if is_numbered or (len(telling) >= least and all(item.is_headed for item in telling)):
        return items
    return [item for item in items if item.stays] if any(item.stays for item in items) else []


def found_in(items: list[Item]) -> dict[str, Found]:
    """Give what all of them tell."""
    return {key: found for item in items for key, found in item.found.items()}


def set_back(told: Conversation, item: Item) -> dict[str, str]:
    """Give the value of each line that an item keeps, the one told before where it names that."""
    said = frozenset(fold(item.written))
    kept = {key: found.value for key, found in item.found.items() if told.knows(key) and key not in _A_WHOLE_LINE}
    for key, answer in told.answers.items():
        if key in kept or key in _A_WHOLE_LINE or not answer.was or answer.origin is not Origin.CORRECTED:
            continue
        if set(fold(answer.was)) <= said:
            kept[key] = answer.was
    return kept


def _pieces(text: str) -> tuple[list[str], bool]:
    marks = list(_NUMBERED.finditer(text))
    if len(marks) >= _TWO and [mark[1] for mark in marks[:_TWO]] == ["1", "2"]:
        ends = [*[mark.start() for mark in marks[1:]], len(text)]
        return [text[mark.end() : end].strip(" ,;\n") for mark, end in zip(marks, ends, strict=True)], True
    pieces = [_LEAD.sub("", piece) for piece in _CUT.split(text)]
    return [piece.strip() for piece in pieces if piece.strip()], False


def _item(turn: Turning, written: str) -> Item:
    is_short = len(written.split()) <= _A_LINE
    stays = (_STAYS.search(written) is not None and _HEADED.match(_bare(written)) is not None) or (
        _UNCHANGED.search(written) is not None
    )
    plain = _STAYS.sub("", _UNCHANGED.sub("", written)).strip(" .,")
    whole = parts(plain)[0] if has_cue(plain) else plain
    language = turn.conversation.language
    reading: Reading = understand(whole, today=turn.facts.local_now, language=language)
    found = dict(reading.found)
    if many := _HOW_MANY.match(_bare(whole)):
        found = {key: item for key, item in found.items() if key not in {"victim_age", "payment"}}
        found[_COUNT] = Found(many["many"], f"{many['many']} orang")
    return Item(whole, written, stays and is_short, MappingProxyType(found))


def _bare(written: str) -> str:
    """Leave out "ralat", with which the first of several begins."""
    words = written.split()
    while words and (fold(words[0]) == () or not CUES.isdisjoint(fold(words[0]))):
        words = words[1:]
    return " ".join(words)


def as_corrected(told: Conversation, items: list[Item], words: str) -> dict[str, Answer]:
    """Give what the items put right, of a message that is told alone."""
    right = found_in(items)
    return {
        key: Answer(found.value, Origin.CORRECTED, found.words or words)
        for key, found in right.items()
        if told.knows(key) and key not in _A_WHOLE_LINE
    }
