"""Codes in the words that officers read."""

from collections.abc import Mapping
from types import MappingProxyType

SHARED: Mapping[str, str] = MappingProxyType(
    {"name": "nama", "person": "nama orang", "phone": "nomor HP", "account": "rekening"}
)
CHANNEL: Mapping[str, str] = MappingProxyType(
    {
        "web": "Web",
        "terminal": "Terminal",
        "whatsapp": "WhatsApp",
        "telegram": "Telegram",
        "sms": "SMS",
    }
)
SPEAKER: Mapping[str, str] = MappingProxyType({"citizen": "Pelapor", "hotline": "Mesin penjawab", "officer": "Petugas"})
ROLE: Mapping[str, str] = MappingProxyType({"duty": "petugas", "supervisor": "pengawas"})
DELIVERY: Mapping[str, str] = MappingProxyType(
    {
        "ready": "disimpan, menunggu dikirim",
        "claimed": "sedang dikirim",
        "sent": "terkirim",
        "delivered": "sampai",
        "read": "dibaca",
        "failed": "tidak terkirim",
        "held": "disimpan, dibaca saat pelapor bercerita lagi atau menanyakan status",
        "dead": "gagal dikirim",
        "cancelled": "dibatalkan",
    }
)
SOURCE: Mapping[str, str] = MappingProxyType(
    {
        "asked": "ditanya",
        "volunteered": "diceritakan sendiri",
        "corrected": "dibetulkan",
        "read": "dibaca mesin dari cerita",
        "unknown": "ditanya, tidak tahu",
        "skipped": "ditanya, dilewati",
    }
)
EVENT: Mapping[str, str] = MappingProxyType(
    {
        "filed": "laporan masuk",
        "completed": "pelapor menyelesaikan laporan",
        "added": "pelapor menambah keterangan",
        "danger": "pelapor menulis tanda bahaya",
        "called": "pelapor minta bicara petugas",
        "joined": "pelapor masuk dengan nomor bukti",
        "evidence": "bukti masuk",
        "withdrawn": "pelapor menarik laporan",
        "moved": "memindahkan",
        "note": "mencatat",
        "reply": "membalas pelapor",
        "amended": "mengubah data",
        "taken": "mengambil alih",
        "resent": "mengirim ulang pesan",
        "settled": "menandai tidak perlu dibalas",
        "climbed": "naik ke petugas berikutnya",
        "knocked": "mengetuk dengan pesan netral; kata-katanya menunggu pelapor membalas",
        "texted": "mengirim SMS netral: ada kabar, buka lagi chat",
        "undelivered": "pesan tidak terkirim",
        "breached": "belum diterima lewat batas waktu",
    }
)
# what must not stand in the first 40 letters of a message that lights up a lock screen (VOICE.md, rule 8)
LOUD = ("tppo", "polisi", "laporan", "korban", "perdagangan", "kasus", "polda", "satgas")
# signs that mean danger now, shown in red
DANGER_SIGNS = frozenset(
    {
        "locked_up",
        "violence",
        "threat",
        "alarming",
        "suicide_risk",
        "departing_soon",
        "child_victim",
        "sexual_violence",
        "ransom",
        "sold",
        "missing",
        "no_food",
        "medical_procedure",
        "death",
        "retaliation",
    }
)
SIGNAL: Mapping[str, str] = MappingProxyType(
    {
        "abroad": "di luar negeri",
        "locked_up": "dikurung",
        "violence": "kekerasan",
        "threat": "diancam",
        "alarming": "terdengar gawat",
        "child_victim": "korban anak",
        "passport_held": "paspor ditahan",
        "unpaid": "tidak digaji",
        "fee_paid": "sudah bayar",
        "departing_soon": "segera berangkat",
        "departing_later": "akan berangkat",
        "in_transit": "sedang di jalan",
        "in_shelter": "di penampungan",
        "lost_contact": "hilang kontak",
        "escaped": "sudah lari",
        "debt_bondage": "jerat utang",
        "forced_labour": "kerja paksa",
        "forced_scam": "dipaksa menipu",
        "official_involved": "aparat disebut",
        "retaliation": "takut dibalas",
        "sexual_violence": "kekerasan seksual",
        "fake_docs": "dokumen palsu",
        "medical_procedure": "tindakan medis",
        "hiding": "bersembunyi",
        "missing": "hilang",
        "no_food": "tidak diberi makan",
        "ransom": "tebusan",
        "sold": "dijual",
        "death": "kematian",
        "suicide_risk": "ingin bunuh diri",
        "low_battery": "baterai habis",
        "multiple_victims": "korban banyak",
        "sick_injured": "sakit atau luka",
        "illegal_route": "jalur gelap",
        "deceived": "ditipu",
        "anonymous": "tanpa nama",
    }
)
# the offices that a ticket is referred to, as citizens read them too; the ticket keeps the name
AGENCIES = (
    "BP3MI NTB",
    "Disnakertrans NTB",
    "Imigrasi",
    "Dinas Sosial",
    "UPTD PPA",
    "LPSK",
    "Ditres PPA dan PPO Polda NTB",
    "Polres setempat",
    "Polairud",
    "Kementerian Luar Negeri",
)
REFUSAL: Mapping[str, str] = MappingProxyType(
    {
        "too_big": "tidak disimpan: terlalu besar",
        "not_a_picture": "tidak disimpan: bukan gambar",
        "unsupported": "tidak disimpan: jenis tidak dikenal",
        "quota": "tidak disimpan: sudah terlalu banyak berkas",
        "pending": "sedang diambil dari penyedia",
        "gone": "tidak bisa diambil lagi dari penyedia",
    }
)
MEDIA: Mapping[str, str] = MappingProxyType(
    {"photo": "Foto", "voice": "Pesan suara", "video": "Video", "document": "Dokumen", "audio": "Suara"}
)


def say(table: Mapping[str, str], code: str | None) -> str:
    """Give the word for a code; an unknown code is shown as it is, with spaces, rather than hidden."""
    if not code:
        return ""
    return table.get(code, code.replace("_", " "))


def loud_words(text: str) -> tuple[str, ...]:
    """Name the words that would stand on a lock screen."""
    head = text[:40].casefold()
    return tuple(word for word in LOUD if word in head)
