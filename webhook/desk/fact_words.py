"""What was told, in the words that officers read: the name of each fact, and answers that were given by a choice."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from webhook.desk.clock import day_words

# the order in which an officer wants to know
FACTS: Mapping[str, str] = MappingProxyType(
    {
        "what": "Apa yang terjadi",
        "victim": "Korban",
        "victim_name": "Nama korban",
        "victim_relation": "Hubungan dengan korban",
        "victim_age": "Umur korban",
        "other_victim": "Korban lain",
        "writer_too": "Pelapor juga korban",
        "other_child": "Anak lain di sana",
        "withheld": "Diminta tidak dicatat",
        "victim_sex": "Jenis kelamin korban",
        "victim_count": "Jumlah korban",
        "victim_now": "Korban sekarang di",
        "victim_spot": "Tempat persisnya",
        "victim_phone": "Nomor korban",
        "other_phone": "Nomor orang lain",
        "not_to_call": "Jangan dihubungi",
        "departure": "Berangkat",
        "port": "Pelabuhan atau bandara",
        "transit": "Lewat",
        "destination": "Tujuan",
        "recruiter": "Perekrut",
        "company": "Perusahaan",
        "recruiter_phone": "Nomor perekrut",
        "account": "Rekening perekrut",
        "account_holder": "Rekening atas nama",
        "job": "Pekerjaan yang dijanjikan",
        "salary": "Gaji yang dijanjikan",
        "documents": "Dokumen",
        "visa": "Visa",
        "payment": "Pembayaran",
        "evidence": "Bukti",
        "origin": "Asal",
        "where": "Tempat",
        "place": "Tempat",
        "writer": "Pelapor adalah",
        "safe": "Aman bicara sekarang",
        "safe_to_talk": "Aman bicara sekarang",
        "anonymous": "Tanpa nama",
        "contact": "Boleh dihubungi",
        "reporter_name": "Nama pelapor",
        "consent": "Setuju diteruskan",
        "guarded": "Dijaga",
        "papers_changed": "Surat atau umur diubah",
        "clinic": "Klinik",
        "operation": "Operasi",
        "pressure": "Tekanan",
        "child_age": "Umur anak",
        "vessel": "Kapal",
        "house": "Rumah tempat kerja",
        "pin_whose": "Titik lokasi milik",
        "contact_phone": "Nomor untuk dihubungi",
        "contact_when": "Kapan boleh dihubungi",
        "contact_wording": "Kalimat pembuka",
        "check_name": "Yang ditanyakan",
        "check_about": "Tentang",
        "check_exact": "Nama PT yang disebut",
        "check_verdict": "Kata daftar",
        "check_listed": "Nama di daftar",
        "check_picked": "Yang dipilih dari nama mirip",
        "check_who": "Yang menghubungi",
        "check_account": "Rekening tujuan",
        "check_office": "Kantor bisa didatangi",
        "check_order": "Permintaan kerja sudah dilihat",
        "check_which": "Pilihan nama",
        "check_next": "Yang diminta",
        "watch_consent": "Setuju dipantau",
    }
)
# answers that were given by a choice, kept by their ids
CHOICES: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "safe": {"yes": "ya", "no": "tidak", "danger": "sedang bahaya"},
        "victim": {
            "self": "pelapor sendiri",
            "family": "keluarga",
            "other": "orang lain",
            "nobody": "belum ada korban",
        },
        "pin_whose": {"victim": "korban", "self": "pelapor", "recruiter": "perekrut", "other": "lain"},
        "documents": {"own": "dipegang sendiri", "held": "ditahan orang lain", "none": "tidak punya"},
        "payment": {"none": "tidak bayar"},
        "evidence": {"done": "sudah dikirim"},
        "visa": {"work": "visa kerja", "visit": "visa kunjungan", "umrah": "visa umrah"},
        "contact": {"chat": "lewat chat", "phone": "lewat telepon", "no": "jangan"},
        "when": {"any": "kapan saja"},
        "wording": {"any": "bebas"},
        "contact_when": {"any": "kapan saja"},
        "contact_wording": {"any": "bebas"},
        "anonymous": {"hide": "tanpa nama", "name": "dengan nama", "yes": "ya", "no": "tidak"},
        "consent": {"yes": "ya", "no": "tidak"},
        "check_verdict": {
            "LISTED_AS_OF": "ada di daftar",
            "SUSPENDED": "izin dibekukan",
            "REVOKED": "izin dicabut",
            "EXPIRED": "masa izin lewat",
            "SIMILAR_NAME": "hanya mirip",
            "NOT_FOUND": "tidak ada di daftar",
            "NOT_A_P3MI": "bukan perusahaan penempatan",
            "REGISTRY_UNFIT": "daftar tidak bisa menjawab",
        },
        "check_who": {
            "office": "orang PT",
            "broker": "sponsor atau calo",
            "online": "kenalan internet",
            "known": "tetangga, keluarga",
        },
        "check_account": {"company": "atas nama PT", "person": "atas nama orang", "none": "tidak diminta uang"},
        "check_office": {"yes": "ada", "no": "tidak ada"},
        "check_order": {"yes": "sudah", "no": "belum"},
    }
)

_PHONE = re.compile(r"\+62(\d{8,12})")
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\b")


def fact_value(fact_id: str, value: str) -> str:
    """Give an answer as people say it; free text stays as it was told, but for numbers and dates within it."""
    if value in CHOICES.get(fact_id, {}):
        return CHOICES[fact_id][value]
    return _DATE.sub(_said_date, _PHONE.sub(_said_phone, value))


def _said_phone(found: re.Match[str]) -> str:
    digits = f"0{found[1]}"
    return "-".join(filter(None, (digits[:4], digits[4:8], digits[8:])))


def _said_date(found: re.Match[str]) -> str:
    try:
        return day_words(date(*map(int, found.groups())))
    except ValueError:
        return found[0]
