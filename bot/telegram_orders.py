"""What officers write and read in the duty group: the commands, and the answers when one cannot be obeyed."""

import re
from types import MappingProxyType
from typing import Final

from bot.desk import MOST_TEXT
from bot.desk_hand import DeskError, MoveNotAllowed, NobodyToAnswer, NoSuchTicket, NothingSaid

NOT_LINKED: Final = (
    "Hanya petugas terdaftar yang bisa bertindak di sini. "
    "Minta kode tautan ke pengelola, lalu kirim ke bot ini lewat chat pribadi."
)
ANONYMOUS: Final = (
    "Pesan ini ditulis atas nama grup, jadi penulisnya tidak bisa dikenali. "
    "Di pengaturan admin grup, matikan Tetap anonim, lalu tulis lagi."
)
CODE_WAS_SHOWN: Final = (
    "Kode tautan yang ditulis di grup tidak berlaku lagi, karena orang lain bisa membacanya. "
    "Buat kode baru di meja piket, lalu kirim ke bot ini lewat chat pribadi."
)
TOO_LONG: Final = f"Terlalu panjang: paling banyak {MOST_TEXT} huruf, bagi menjadi dua. Belum ada yang dikirim."
ONLY_WORDS: Final = "Dari grup hanya tulisan yang bisa dikirim atau dicatat. Tulis isinya sebagai balasan kartu."
SENT: Final = "Dikirim ke pelapor {code}."
KEPT_SHUT: Final = "Disimpan untuk pelapor {code}. Ia menutup chat dengan bot ini; terkirim kalau ia membukanya lagi."
KEPT_UNWANTED: Final = (
    "Disimpan untuk pelapor {code}, yang belum membolehkan dihubungi. "
    "Dibaca saat ia bercerita lagi atau menanyakan status."
)
ONLY_AT_DESK: Final = "Laporan ini hanya dibuka di meja piket."
COMMAND: Final = re.compile(
    r"/(terima|balas|catat|tutup|lihat|daftar)(?:@\w+)?(?:\s+|$)(.*)", re.IGNORECASE | re.DOTALL
)
PRIVATE: Final = re.compile(r"\s*(terima|balas|catat|tutup|lihat|daftar)(?=\s|$)\s*(.*)", re.IGNORECASE | re.DOTALL)
LINK: Final = re.compile(r"\s*/?(?:tautkan|taut)(?:@\w+)?\s+([0-9A-Za-z][0-9A-Za-z -]{8,22})\s*", re.IGNORECASE)
"""What links an officer's account; in a private chat the slash is gone already."""
CODE: Final = re.compile(r"\s*([0-9A-Za-z]{3}-[0-9A-Za-z]{3})\b\s*(.*)", re.DOTALL)
REFUSED: Final[MappingProxyType[type[DeskError], str]] = MappingProxyType(
    {
        NoSuchTicket: "Kode laporan itu tidak ada.",
        MoveNotAllowed: "Sudah diterima, atau sudah selesai. Lihat kartunya.",
        NobodyToAnswer: "Laporan ini tidak punya jalur balasan. Lihat di meja piket.",
        NothingSaid: "Tulisannya kosong. Tulis isinya di belakang perintah.",
    }
)


def without_code(words: str) -> str:
    """Give the words behind a code, or all of them where no code stands in front."""
    named = CODE.fullmatch(words)
    return named[2] if named else words
