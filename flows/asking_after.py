"""Who asks after one of theirs abroad, which begins a report: "mau tanya ana mada di saudi", "sdah lama tdk telpn"."""

import itertools

from flows.folding import fold
from flows.labels import Intent
from flows.phrases import Words
from flows.reading import Reading

_LOOKED_AT = 200  # characters
_A_LINE = 14  # words; a longer message says by itself what it is for
_NEAR = 4  # words between somebody and where they are
_BETWEEN = frozenset(
    fold("mada saya aku ibu bapak mamak kami kita yang sekarang skrg lagi ada sudah kerja bekerja tinggal my")
)
_WHERE = frozenset(fold("di in"))
_NOT_ABROAD = frozenset(fold("sini rumah kampung desa sana situ"))
_OF_LEARNING = frozenset(
    fold("cara caranya biaya ongkos syarat syaratnya daftar mendaftar resmi aman prosedur gaji lowongan buat untuk")
)
_LONG = frozenset(fold("lama lm berbulan bulan bln minggu mgg tahun thn hari"))
_NOT, _EVER = "tidak", frozenset({"pernah"})
_CALLING = frozenset(
    fold("telepon menelepon telponan nelfon ngabari ngabarin mengabari menghubungi ngehubungi pulang vc call called")
)
_OF_A_REPORT = frozenset(fold("petugas polisi admin laporan lapor laporannya tiket kode status saya aku kami kalian"))


def asks_after_somebody(text: str, reading: Reading) -> bool:
    """Read "mau tanya soal anak ibu yg di taiwan", not "mau tanya kerja di taiwan buat anak saya"."""
    whose = reading.found.get("victim_relation")
    words = fold(text[:_LOOKED_AT])
    is_meant = reading.intent is Intent.EDUCATION and whose is not None and "destination" in reading.found
    if whose is None or not is_meant or len(words) > _A_LINE or not _OF_LEARNING.isdisjoint(words):
        return False
    kin = frozenset(fold(whose.words))
    return any(word in kin and _is_somewhere(words[at + 1 : at + 2 + _NEAR]) for at, word in enumerate(words))


def tells_of_silence(text: str) -> bool:
    """Read "sdah lama tdk telpn" and "ga pernah nelpon lagi", of nobody who is named yet."""
    words = fold(text[:_LOOKED_AT])
    if len(words) > _A_LINE or "?" in text or not _OF_A_REPORT.isdisjoint(words):
        return False
    for at, (word, after) in enumerate(itertools.pairwise(words)):
        is_never = word == _NOT and after in _EVER and not _CALLING.isdisjoint(words[at + 2 : at + 3])
        is_long = word == _NOT and after in _CALLING and not _LONG.isdisjoint(words)
        if is_long or (is_never and (not _LONG.isdisjoint(words) or "lagi" in words)):
            return True
    return False


def _is_somewhere(behind: Words) -> bool:
    for at, word in enumerate(behind):
        if word in _WHERE:
            return behind[at + 1 : at + 2] != () and _NOT_ABROAD.isdisjoint(behind[at + 1 : at + 2])
        if word not in _BETWEEN:
            return False
    return False
