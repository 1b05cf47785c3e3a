"""What people say that is neither answer nor command, found inside a message: an alarm taken back, who reported?"""

from enum import StrEnum
from functools import cache

from flows.asking_of_reports import asks_of_reports
from flows.clauses import clauses_of
from flows.clearing_a_phone import asks_to_clear_a_phone, is_of_one_line
from flows.folding import fold
from flows.jokes import is_denied, says_it_was_a_lie
from flows.phrases import Words, sayings, without_fillers
from flows.understanding.everyday import could_be_a_name
from flows.word_tables import contact_words, erase_words


class Saying(StrEnum):
    """A thing that is said, whatever was asked."""

    TAKEN_BACK = "taken_back"
    WRONG_NUMBER = "wrong_number"
    WHO_REPORTED = "who_reported"
    TOLD_ALREADY = "told_already"
    THANKS = "thanks"
    NO_REPORT = "no_report"
    MISTAKEN = "mistaken"
    NO_CASE = "no_case"
    JOKING = "joking"


_SAID_BESIDE = {Saying.MISTAKEN: -1, Saying.NO_CASE: 1, Saying.THANKS: 2}
_SAID = frozenset(fold("bilang blg ngomong said"))
_ONLY = frozenset(fold("cuma cuman hanya cek ngecek tanya nanya only just check"))
_CRIES = frozenset(fold("aduh duh waduh loh lho kok sudah udah makasih makasi terima thanks"))
_UNTIL_NOW = frozenset(fold("belum blm jangan jgn"))
_OWN = frozenset({Saying.NO_REPORT, Saying.MISTAKEN})
_OWN_ACT = frozenset(fold("saya aku gue gw kami nanti ntar i ill"))
_WISHED = frozenset(fold("mau minta ingin pengen pengin bisa boleh tolong gimana cara caranya want can how please"))
_TAKING_BACK = frozenset({Saying.NO_REPORT, Saying.TAKEN_BACK})
_NOBODYS = frozenset({"hanya", "tanya", "nanya", "punya", "cumanya", "ditanya", "bertanya", "ditanyai"})
_MENDED = frozenset(
    fold("salah keliru ganti diganti gantiin ubah ubahin betulin betulkan benerin perbaiki ralat koreksi")
)
_WRONG = frozenset(fold("salah keliru kliru nyasar wrong"))
_DIALLED = frozenset(
    fold("nomor nomer nmr nmer no number sambung sambungan kirim wa chat grup group alamat tujuan person")
)
_SORRY = frozenset(fold("maaf maap sori sorry ternyata kirain kira aduh waduh ampura"))
_NEAR = 3  # words
_A_REPORT = ("lapor", "melapor", "ngelapor", "dilapor")
_REFUSALS = frozenset(fold("tidak tdk ga gak gk nggak ngga ndak ndk nda jangan jgn belum blm bukan bkn"))
_WILLING = frozenset(fold(
    "usah perlu ingin mau pengen bermaksud berniat niat buat membuat buatkan dibuat dibuatkan dibuatin bikin dibikin"
))  # fmt: skip
_REPORTED = ("laporin", "laporkan", "aduin", "adukan")
_WANTED = frozenset(fold("mau perlu ingin pengen harus"))
_TAGS = frozenset(fold("kan ya tidak"))
_MENDING = frozenset(fold(
    "betulin betulkan membetulkan benerin benarkan benahi ganti gantiin mengganti ubah rubah ngubah mengubah koreksi "
    "mengoreksi ralat meralat perbaiki memperbaiki tambah tambahin nambah nambahin menambah edit correct change add fix"
))  # fmt: skip
_A_CONFIRMATION = 7  # words
_A_NOTE = 200  # characters
_LONGEST = 30  # words; a longer message tells a story in which these words may stand for anything


def saying_in(text: str) -> Saying | None:
    """Give what a message says in this way, if it does."""
    words = fold(text[:300])
    if not words or len(words) > _LONGEST:
        return None
    listed = _by_first_word()
    said = [
        meaning
        for place, word in enumerate(words)
        for phrase, meaning in listed.get(word, ())
        if words[place : place + len(phrase)] == phrase and not _is_anothers(meaning, words[:place])
        if meaning is not Saying.WHO_REPORTED or not _tells_the_name(words, place, place + len(phrase))
        if meaning is not Saying.WRONG_NUMBER or not any(map(str.isdigit, text))  # "salah nomornya, 0812 ..."
        if meaning is not Saying.JOKING or not is_denied(words[:place])
        if meaning is not Saying.WHO_REPORTED or _MENDING.isdisjoint(words)  # "sy cuma mau betulin nama korbannya"
    ]
    if _has_nothing_to_report(words) or _refuses_to_report(words):
        said.append(Saying.NO_REPORT)
    if says_it_was_a_lie(words, text):
        said.append(Saying.JOKING)
    if _had_another_number(words):
        said.append(Saying.WRONG_NUMBER)
    if Saying.WHO_REPORTED not in said and asks_of_reports(text):
        said.append(Saying.WHO_REPORTED)
    if Saying.MISTAKEN in said and _TAKING_BACK.isdisjoint(said):
        return Saying.NO_REPORT  # "salah paham" may be the boss's excuse; beside "gajadi lapor" it is the writer's own
    # whoever thanks or only asks may say something else with it
    return min(said, key=lambda meaning: _SAID_BESIDE.get(meaning, 0), default=None)


def wants_deletion(text: str) -> bool:
    """Say whether the writer asks, inside other words, to delete what was told: "gak jadi, hapus chat ini"."""
    verbs, things, others = erase_words()
    if len(text) > _A_NOTE or verbs.isdisjoint(fold(text)) or asks_to_clear_a_phone(text):
        return False
    return any(
        word in verbs
        and things.intersection(clause.words[place + 1 : place + 4])
        and not is_of_one_line(clause.words[place + 1 :], things)
        and others.isdisjoint(clause.words[:place])
        and not _does_it_oneself(clause.words[:place])
        for clause in clauses_of(text)
        if len(clause.words) <= _LONGEST // 2
        for place, word in enumerate(clause.words)
    )


def confirms_deletion(text: str) -> bool:
    """Read "ya hapus, saya yakin" and "ya hapus semuanya" where it was asked whether to delete."""
    verbs, _, others = erase_words()
    words = fold(text[:_A_NOTE])
    is_plain = len(words) <= _A_CONFIRMATION and not verbs.isdisjoint(words)
    return wants_deletion(text) or (is_plain and (others | {"tidak"}).isdisjoint(words))


def _had_another_number(words: Words) -> bool:
    """Read "maaf salah nomer" and a bare "salah wa kak", not "nomornya salah" or "salah nomor rekening"."""
    for at, word in enumerate(words[:-1]):
        if word not in _WRONG or words[at + 1] not in _DIALLED or any(map(_holds_a_digit, words)):
            continue
        beside = (*words[max(0, at - _NEAR) : at], *words[at + 2 : at + 4])
        rest = without_fillers((*words[:at], *words[at + 2 :]))
        if not rest or not _SORRY.isdisjoint(beside):
            return True
    return False


def _holds_a_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _tells_the_name(words: Words, first: int, last: int) -> bool:
    """Tell "nama korban Herman" and "mau betulin nama korbannya" from "minta nama korban dong"."""
    is_of_the_victim = words[last - 1].startswith("korban") and words[first] == "nama"
    after = words[last : last + 1]
    is_told = after != () and (after[0] in _MENDED or could_be_a_name(after[0]))
    return is_of_the_victim and (is_told or not _MENDED.isdisjoint(words[max(0, first - _NEAR) : first]))


def _has_nothing_to_report(words: Words) -> bool:
    """Read "ga ada yg mau gw laporin" and "gak ada apa2 yg perlu dilaporkan"."""
    at = next((at for at in range(len(words) - 2) if words[at : at + 2] == ("tidak", "ada")), None)
    if at is None or (at and words[at - 1] in _TAGS):
        return False
    rest = words[at + 2 : at + 2 + 2 * _NEAR]
    wants = rest[:1] == ("yang",) and not _WANTED.isdisjoint(rest[1:2])
    return wants and any(word.endswith(_REPORTED) for word in rest)  # not "ga ada yang mau lapor"


def _refuses_to_report(words: Words) -> bool:
    """Read "saya tidak ingin membuat laporan" and "jadi tidak perlu dibuatkan laporan", not "ibunya ga mau lapor"."""
    for at, word in enumerate(words):
        if word not in _REFUSALS:
            continue
        end = at + 1
        while end < len(words) and words[end] in _WILLING:
            end += 1
        is_report = words[end : end + 1] and words[end].startswith(_A_REPORT)
        if is_report and (end > at + 1 or _is_of_asking(words, at)) and not _is_anothers(Saying.NO_REPORT, words[:at]):
            return True
    return False


def _is_of_asking(words: Words, at: int) -> bool:
    """Read "sy cuma mau cek aja ndak lapor" and "bukan lapor pak aduh", not "belum lapor" or "kenapa ga lapor"."""
    if words[at] in _UNTIL_NOW or not (_CRIES | _ONLY).issuperset(without_fillers(words[at + 2 : at + 4])):
        return False
    is_denied = words[at] == "bukan" and not without_fillers(words[:at]) and len(words) <= _A_CONFIRMATION
    return is_denied or not _ONLY.isdisjoint(words[:at])


def _does_it_oneself(before: Words) -> bool:
    """Tell "nanti saya hapus chatnya", on the own phone, from "saya mau hapus chat ini"."""
    return before[-1:] != () and before[-1] in _OWN_ACT and _WISHED.isdisjoint(before)


def _is_anothers(meaning: Saying, before: Words) -> bool:
    """Tell "ibunya ga jadi lapor, takut" from who takes the own report back."""
    if meaning not in _OWN:
        return False
    others = contact_words().others
    mine = {at for at in range(1, len(before)) if before[at] in _SAID and before[at - 1] in _OWN_ACT}
    before = tuple(word for at, word in enumerate(before) if at not in mine)  # "sy bilang ndak mau lapor"
    return any(word in others or (word.endswith("nya") and word not in _NOBODYS) for word in before)


@cache
def _by_first_word() -> dict[str, list[tuple[Words, Saying]]]:
    table: dict[str, list[tuple[Words, Saying]]] = {}
    for phrase, meaning in sayings().whole.items():
        table.setdefault(phrase[0], []).append((phrase, Saying(meaning)))
    return table
