"""Who asks how to clear their own phone, and not our notes: "hapus chat gmn caranya", "no only my hp"."""

from flows.clauses import clauses_of
from flows.folding import fold
from flows.phrases import Words, without_fillers
from flows.word_tables import contact_words, erase_words

_LONGEST = 200  # characters
_A_SHORT_ANSWER = 8  # words
_A_QUESTION = 9  # words of a clause that asks how
_NEAR = 4  # words
_ERASED = frozenset(
    fold("dihapus ngapus ngehapus menghapus hapusnya ilangin hilangin bersihin bersihkan clear clearing deleting")
)
_HOW = frozenset(fold("cara caranya gimana bagaimana how"))
_PHONES = frozenset(fold("hp hape hpku handphone ponsel phone"))
_ONES_OWN = frozenset(fold("di dari dr from on sendiri saja only just cuma hanya"))
_OF_OURS = frozenset(
    fold("data datanya laporan laporannya semua semuanya jejak riwayat everything report nama namanya foto video nomor")
)
_BESIDE_IT = frozenset(fold("no not bukan tidak jangan chat maksudnya maksud mean i mau yang saja"))
_PASSED = frozenset({"nih", "itu", "ini", "deh", "lah", "takut", "dulu", "td", "tadi", "all", "bang", "gan", "sis"})
_ALONE = "saja"
"""What may be deleted without a name: "hapus aja kak"."""


def asks_to_clear_a_phone(text: str) -> bool:
    """Tell "hapus chat how" and "chat di hp sy dihapus gmn" from "hapus semua data saya" and "disuruh hapus chat"."""
    words = fold(text[:_LONGEST])
    if erase_words()[0].isdisjoint(words) and _ERASED.isdisjoint(words):
        return False
    return any(map(_is_of_a_phone, (clause.words for clause in clauses_of(text[:_LONGEST]))))


def means_only_the_phone(text: str) -> bool:
    """Read "no no only my hp" and "hp sy aja", said to whoever asks whether all is to be deleted."""
    words = fold(text[:_LONGEST])
    if len(words) > _A_SHORT_ANSWER or _PHONES.isdisjoint(words):
        return False
    told = _PHONES | _ONES_OWN | contact_words().selves | erase_words()[0] | _ERASED | _BESIDE_IT
    return told.issuperset(without_fillers(words)) and len(words) > 1


def is_of_one_line(after: Words, things: frozenset[str]) -> bool:
    """Tell "hapus aja 'bukan teman' itu" and "hapus aja umurnya" from "hapus aja kak, ga jadi"."""
    named = [word for word in after if word in things and word != _ALONE]
    rest = [word for word in without_fillers(after) if word not in things | _PASSED]
    return not named and bool(rest)


def _is_of_a_phone(words: Words) -> bool:
    verbs, _, others = erase_words()
    at = next((at for at, word in enumerate(words) if word in verbs | _ERASED), None)
    if at is None or not _OF_OURS.isdisjoint(words[at + 1 : at + 1 + _NEAR]):
        return False
    if not (others - {"dihapus"}).isdisjoint(words[:at]):
        return False
    asks_how = not _HOW.isdisjoint(words) and len(words) <= _A_QUESTION
    phone = next((place for place, word in enumerate(words) if word in _PHONES), None)
    is_own = phone is not None and not (_ONES_OWN | contact_words().selves).isdisjoint(
        words[max(0, phone - 1) : phone] + words[phone + 1 : phone + 2]
    )
    return asks_how or is_own
