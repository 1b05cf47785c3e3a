"""Read status words as lists write them, and compute the status of an agency for one day."""

import re
from collections.abc import Iterable
from datetime import date

from flows.matching.values import Agency, Event, EventKind, Status

# whole phrases only: "tidak aktif" and "invalid" hold a good word and are not good
_PHRASES = """
    aktif|active|berlaku|masih berlaku|valid|terdaftar|listed|registered|berizin|berijin|izin berlaku|
    ijin berlaku|valid license|valid licence|valid license provisional|valid license full|
    valid provisional|provisional valid|licensed|license valid|licence valid|license active|
    licence active|active license|active licence|sip3mi berlaku|sip3mi aktif|izin aktif|status aktif|
    aktif berlaku|masih aktif|good standing|in good standing
"""
_VALID = frozenset(phrase.strip() for phrase in _PHRASES.split("|"))
_REVOKED = re.compile(
    r"\b(di ?cabut|pencabutan|cabut|revoked?|revocation|cancell?ed|cancellation|cancel|di ?batalkan|delisted|de listed"
    r"|banned|blacklist(ed)?|daftar hitam|denied|ditolak|disqualified|dihapus|closed|ditutup|tutup|ceased"
    r"|preclosed|kinansela|binawi)\b"
)
_SUSPENDED = re.compile(
    r"\b(di ?bekukan|pembekuan|beku|suspend(ed)?|suspension|suspensi|di ?suspensi|skors|skorsing|di ?skors(ing)?"
    r"|di ?hentikan sementara|penghentian sementara|tunda layan|suspendido)\b"
)
_EXPIRED = re.compile(
    r"\b(expired?|lapsed|k[ae]dal[ue]?w?arsa|kadal?uw?arsa|habis|berakhir|tidak berlaku|tidak aktif|non ?aktif"
    r"|inactive|not active|not renewed|tidak diperpanjang|paso na)\b"
)
# "skorsing dicabut", "not revoked", "batal dicabut": neither yes nor no for a machine
_TURNED = re.compile(
    r"\b(not (suspended|revoked|cancelled|expired)"
    r"|(tidak|belum|batal|bukan) (di ?cabut|di ?bekukan|di ?skors\w*|expired?|kadal\w+)"
    r"|(skorsing|pembekuan|suspensi|suspension|sanksi)\W+"
    r"(di ?cabut|di ?batalkan|di ?lepas|berakhir|selesai|habis|lifted|ended)"
    r"|(pencabutan|revocation|cancellation)\W+(di ?cabut|di ?batalkan|lifted|reversed|void))\b"
)
_TAIL = re.compile(r"\b(s\W?d|sd|sampai( dengan)?|hingga|until|till|thru|per|sejak|since|as of)\b.*$")
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
_LETTERS_AT_MOST = 200


def read_status(text: str) -> Status:
    """Turn the status cell of a list into a status; what is not understood never reads as valid."""
    words = _NOT_LETTERS.sub(" ", text[:_LETTERS_AT_MOST].lower()).strip()
    if not words or _TURNED.search(words):
        return Status.UNKNOWN
    for pattern, status in ((_REVOKED, Status.REVOKED), (_SUSPENDED, Status.SUSPENDED), (_EXPIRED, Status.EXPIRED)):
        if pattern.search(words):
            return status
    return Status.VALID if words in _VALID or _TAIL.sub("", words).strip() in _VALID else Status.UNKNOWN


def status_on(agency: Agency, on: date, *, as_of: date) -> Status:
    """Compute the status of a row from the list of `as_of` for the day `on`.

    A suspension or revocation among the events stands until an event ends it, also where a later list calls the
    row valid: doubt needs only one source. A row that the list itself calls suspended or revoked is cleared only
    by an event after the list's date.
    """
    by_events = _after_events(agency.events, on)
    by_row = agency.status
    if by_row in (Status.SUSPENDED, Status.REVOKED) and _was_cleared(by_row, agency.events, since=as_of, on=on):
        by_row = Status.VALID
    by_date = Status.EXPIRED if agency.valid_until is not None and on > agency.valid_until else Status.VALID
    return max((by_events, by_row, by_date), key=lambda status: status.gravity)


def _after_events(events: Iterable[Event], on: date) -> Status:
    """Fold the acts up to that day; of two acts on one day the good one is taken first."""
    now = Status.VALID
    for event in sorted((e for e in events if e.on <= on), key=lambda e: (e.on, _worsens(e))):
        if event.kind is EventKind.REVOKED:
            now = Status.REVOKED
        elif event.kind is EventKind.SUSPENDED:
            now = max((now, Status.SUSPENDED), key=lambda status: status.gravity)
        elif _clears(event.kind, now):
            now = Status.VALID
    return now


def _was_cleared(status: Status, events: Iterable[Event], *, since: date, on: date) -> bool:
    return any(since < event.on <= on and _clears(event.kind, status) for event in events)


def _clears(kind: EventKind, status: Status) -> bool:
    if kind is EventKind.REINSTATED:
        return True
    return kind is EventKind.LIFTED and status is Status.SUSPENDED


def _worsens(event: Event) -> bool:
    return event.kind in (EventKind.SUSPENDED, EventKind.REVOKED)
