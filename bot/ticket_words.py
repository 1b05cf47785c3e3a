"""A ticket's codes in the words that officers read, at the desk, in the group and on their phones alike."""

from collections.abc import Mapping
from types import MappingProxyType

from flows.labels import Category, Urgency
from flows.ticket import Outcome, State, TicketKind

URGENCY: Mapping[str, str] = MappingProxyType(
    {
        Urgency.EMERGENCY: "Darurat",
        Urgency.HIGH: "Tinggi",
        Urgency.NORMAL: "Biasa",
    }
)
CATEGORY: Mapping[str, str] = MappingProxyType(
    {
        Category.NON_PROCEDURAL_MIGRANT_WORK: "Kerja luar negeri tak resmi",
        Category.FORCED_SCAM: "Dipaksa menipu online",
        Category.CONTRACT_MARRIAGE: "Kawin kontrak",
        Category.SURROGACY: "Sewa rahim",
        Category.ORGAN_SALE: "Jual organ",
        Category.SEXUAL_EXPLOITATION: "Eksploitasi seksual",
        Category.CHILD: "Anak",
        Category.FISHING_VESSEL: "Kapal ikan",
        Category.DOMESTIC_WORK: "Pekerja rumah tangga",
        Category.OTHER: "Bentuk lain",
        Category.NONE: "Belum jelas",
    }
)
STATE: Mapping[str, str] = MappingProxyType(
    {
        State.NEW: "Belum diterima",
        State.CONFIRMED: "Diterima",
        State.IN_PROGRESS: "Ditangani",
        State.REFERRED: "Diteruskan",
        State.WAITING_REPORTER: "Menunggu pelapor",
        State.CLOSED: "Selesai",
    }
)
KIND: Mapping[str, str] = MappingProxyType(
    {
        TicketKind.REPORT: "Laporan",
        TicketKind.VERIFICATION: "Minta cek perekrut",
        TicketKind.CALL: "Minta bicara petugas",
    }
)
OUTCOME: Mapping[str, str] = MappingProxyType(
    {
        Outcome.VICTIM_SAFE: "Korban sudah selamat",
        Outcome.HANDED_OVER: "Diserahkan ke instansi lain",
        Outcome.PREVENTED: "Keberangkatan dicegah",
        Outcome.ANSWERED: "Pertanyaan terjawab",
        Outcome.NOT_TPPO: "Bukan perdagangan orang",
        Outcome.NO_REPLY: "Pelapor tidak menjawab",
        Outcome.DUPLICATE: "Sama dengan laporan lain",
        Outcome.WITHDRAWN: "Ditarik pelapor",
    }
)
