"""The list of companies in the words of its page: editions with their age, a preview, how checks came out."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from bot.registry_import import FIRST_START, Preview
from flows.matching import EventKind, Status
from flows.registry_list import Fault, Trouble
from storage.registry import Act, EditionRow
from webhook.desk.clock import day_words
from webhook.desk.fact_words import CHOICES

_SHOWN: Final = 30  # names of each kind; the rest is counted
_BY: Final = {"command": "perintah tppo", FIRST_START: "penyalaan pertama"}
_STATUS: Final = {
    Status.VALID: "berlaku",
    Status.UNKNOWN: "tidak jelas",
    Status.EXPIRED: "lewat",
    Status.SUSPENDED: "dibekukan",
    Status.REVOKED: "dicabut",
}
MOST_ACTS: Final = 20
_ACT: Final = {
    EventKind.SUSPENDED: "dibekukan",
    EventKind.LIFTED: "pembekuan dicabut",
    EventKind.REVOKED: "izin dicabut",
    EventKind.REINSTATED: "izin dipulihkan",
}
TROUBLE: Final = {
    Trouble.NO_NAME: "tidak ada nama perusahaan",
    Trouble.ONLY_A_NAME: "selain nama tidak ada isinya, baris dilewati",
    Trouble.DATE: "tanggal tidak terbaca, tidak dianggap berlaku",
    Trouble.STATUS: "keadaan tidak dikenal, tidak dianggap berlaku",
    Trouble.TOLD_AGAINST: "kolom lain menyebut sanksi, tidak dianggap berlaku",
}
FAULT: Final = {
    Fault.TOO_LARGE: "berkasnya lebih dari 20 MB",
    Fault.OLD_EXCEL: "ini Excel lama (.xls); simpan dulu sebagai .xlsx atau .csv",
    Fault.NO_HEADING: "tidak ada judul kolom seperti Nama Perusahaan atau Nama P3MI pada baris-baris pertama",
    Fault.TOO_MANY_ROWS: "lebih dari 200.000 baris",
    Fault.NOT_CSV: "ada baris yang bukan CSV",
    Fault.NO_TABLE: "ini bukan CSV dan bukan XLSX",
    Fault.DAMAGED: "berkas Excel-nya rusak atau dikunci dengan sandi",
    Fault.UNPACKS: "isi berkas Excel-nya lebih dari 200 MB",
}
_MEANING: Final = {
    "name": "nama",
    "status": "keadaan",
    "licence_no": "nomor izin",
    "valid_until": "berlaku sampai",
    "phone": "telepon",
    "address": "alamat",
    "as_of": "tanggal data",
}


def edition_values(row: EditionRow, on: date, max_age_days: int) -> Mapping[str, object]:
    """Describe one edition."""
    age = (on - row.as_of).days
    return {
        "is_current": row.state == "current",
        "source": row.source,
        "as_of": f"{day_words(row.as_of)} {row.as_of.year}",
        "age_days": age,
        "is_old": not row.invented and age > max_age_days,
        "max_age_days": max_age_days,
        "rows": row.rows,
        "invented": row.invented,
        "imported_at": row.imported_at,
        "imported_by": _BY.get(row.imported_by, "pengawas"),
        "checksum": row.checksum[:12],
    }


def preview_values(preview: Preview, source: str) -> Mapping[str, object]:
    """Describe what an import would change."""
    difference, understood = preview.difference, preview.read.understood
    changed = difference.status_changed if difference else ()
    kinds = {
        "Baru": difference.new if difference else (),
        "Hilang": difference.gone if difference else (),
        "Berubah": tuple(f"{one.name}: {_STATUS[one.before]} menjadi {_STATUS[one.after]}" for one in changed),
    }
    return {
        "edition": preview.edition_id,
        "source": source,
        "as_of": f"{day_words(preview.as_of)} {preview.as_of.year}",
        "rows": len(preview.read.agencies),
        "invented": preview.read.invented,
        "is_first": difference is None,
        "shrank": f"{difference.shrank_by:.0%}" if difference and difference.is_suspicious else "",
        "columns": [
            {"heading": _MEANING.get(heading, heading), "meaning": meaning}
            for heading, meaning in understood.columns.items()
        ],
        "duplicates": understood.duplicates,
        "skipped": understood.skipped,
        "statuses": [{"word": word, "count": count} for word, count in understood.unreadable_statuses.items()],
        "unread": ", ".join(understood.unread),
        "problems": [f"baris {one.row}, {one.column}: {TROUBLE[one.what]}" for one in understood.problems[:_SHOWN]],
        "changes": [
            {"word": word, "count": len(names), "names": names[:_SHOWN], "more": max(0, len(names) - _SHOWN)}
            for word, names in kinds.items()
        ],
    }


def act_values(acts: Sequence[Act]) -> list[Mapping[str, object]]:
    """Describe the newest recorded acts."""
    return [
        {
            "name": one.name,
            "told": f"{_ACT[one.event.kind]} {day_words(one.event.on)} {one.event.on.year}, {one.event.source}",
            "is_listed": one.is_listed,
        }
        for one in acts[:MOST_ACTS]
    ]


def verdict_counts(counted: Mapping[tuple[str, str], int]) -> list[Mapping[str, object]]:
    """Add up how checks came out, most frequent first."""
    totals: dict[str, int] = {}
    for (_, verdict), number in counted.items():
        totals[verdict] = totals.get(verdict, 0) + number
    words = CHOICES["check_verdict"]
    return [{"word": words.get(code, code), "count": total} for code, total in sorted(totals.items(), key=_by_count)]


def _by_count(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]
