"""What became of a message, in the words that officers read: why it failed, and whether WhatsApp lets us write now."""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from bot.twilio_status import Remedy, remedy_of

_REASONS: Mapping[Remedy, str] = MappingProxyType(
    {
        Remedy.TEMPLATE: "sudah lewat 24 jam sejak pelapor menulis",
        Remedy.BACK_OFF: "WhatsApp sedang sibuk",
        Remedy.PLAIN: "WhatsApp tidak menerima bentuk pesannya",
        Remedy.UNREACHABLE: "nomor itu tidak ada di WhatsApp",
        Remedy.STOPPED: "pelapor menutup jalur ini",
        Remedy.NEVER: "WhatsApp tidak mengantarkan pesan ini; coba jalur lain",
        Remedy.SET_UP: "pengaturan WhatsApp di kantor salah; beri tahu pengelola",
    }
)
_OURS: Mapping[str, str] = MappingProxyType(
    {
        "window_closed": "menunggu pelapor membalas pesan ketukan",
        "blocked": "pelapor menutup jalur ini",
        "expired": "terlambat dikirim, jadi tidak dikirim",
        "uncertain_twice": "mungkin sudah sampai, tidak pasti; tidak diulang supaya tidak dobel",
        "no_template": "pesan ketukan belum dibuat; beri tahu pengelola",
        "template_not_approved": "pesan ketukan belum disetujui WhatsApp",
        "rate_limited": "terlalu ramai, dicoba lagi",
        "unavailable": "penyedia sedang tidak bisa, dicoba lagi",
        "no_connection": "sambungan ke penyedia putus, dicoba lagi",
        "half_sent": "baru sebagian terkirim, sisanya dicoba lagi",
        "set_up": "penyedia menolak akun kantor; beri tahu pengelola",
        "bad_token": "Telegram menolak bot kantor; beri tahu pengelola",
        "conflict": "Telegram sedang sibuk, dicoba lagi",
        "provider_down": "penyedia sedang tidak bisa, dicoba lagi",
        "unreachable": "sambungan ke penyedia putus, dicoba lagi",
        "no_free_line": "terlalu ramai, dicoba lagi",
        "timeout": "mungkin sudah sampai, tidak pasti; dicoba sekali lagi",
        "line": "mungkin sudah sampai, tidak pasti; dicoba sekali lagi",
        "server": "mungkin sudah sampai, tidak pasti; dicoba sekali lagi",
        "garbage": "mungkin sudah sampai, tidak pasti; dicoba sekali lagi",
        "line_broke": "mungkin sudah sampai, tidak pasti; dicoba sekali lagi",
        "unreadable_answer": "mungkin sudah sampai, tidak pasti; dicoba sekali lagi",
        "chat_not_found": "chat itu tidak ada lagi di Telegram",
        "no_address": "alamat pelapor tidak ada lagi",
        "no_rights": "bot tidak punya izin di grup piket; beri tahu pengelola",
        "no_topic": "topik di grup piket sudah dihapus",
        "no_duty_group": "grup piket belum diatur; beri tahu pengelola",
        "group_moved_away": "grup piket pindah dan tidak terbaca lagi; beri tahu pengelola",
        "bad_request": "Telegram tidak menerima pesan ini",
    }
)
_UNKNOWN: Final = "penyedia tidak mengatakan sebabnya"
_KNOWN: Final = frozenset({"delivered", "failed", "read"})


def state_of(status: str, delivery: str | None, *, is_read: bool) -> str:
    """Give one word for how far a message is: its own status, or the better one that its provider told."""
    if status != "sent":
        return status
    if is_read:
        return "read"
    return delivery if delivery in _KNOWN else "sent"


def reason_of(status: str, delivery: str | None, error: str | None, last_error: str | None) -> str:
    """Say why a message has not arrived; "" where it has, or is on its way."""
    if status == "sent":
        return _by_code(error) if delivery == "failed" else ""
    if status in {"held", "dead", "ready"} and last_error:
        return _by_code(last_error)
    return ""


def window_line(lane: str, until: datetime | None, now: datetime, *, when: str) -> str:
    """Say whether WhatsApp lets us write freely to this reporter now, and what happens where it does not.

    Args:
        lane: The channel of the reply.
        until: The end of the 24 hours, as kept with the address.
        now: This moment.
        when: That end as officers read it.
    """
    if lane != "whatsapp":
        return ""
    if until is not None and until > now:
        return f"WhatsApp: bisa dibalas langsung sampai {when}."
    return "WhatsApp: sudah lewat 24 jam. Pelapor dapat pesan netral dulu; jawaban keluar setelah ia membalas."


def _by_code(code: str | None) -> str:
    if not code:
        return _UNKNOWN
    remedy = remedy_of(code.removeprefix("code_"))
    return _REASONS[remedy] if remedy is not None else _OURS.get(code, _UNKNOWN)
