"""The day of leaving said again with its month: "lho kok desember? agustus tgl 12 tadi saya bilang"."""

from datetime import date, datetime

from flows import questions as q
from flows.conversation import Conversation
from flows.departures import is_away
from flows.folding import fold
from flows.understanding.days_over import PLANNED
from flows.understanding.days_written import MONTHS
from flows.understanding.moments import Moment, read_moments
from flows.understanding.words import Words, read_words
from flows.word_tables import departing_words

_LONGEST = 240  # characters
_OF_A_DATE = frozenset({*MONTHS, "bulan"})
_DOUBTING = frozenset(fold("kok bukan bkn salah keliru ralat koreksi masih masa kan tadi wrong not mistake"))
_SAID = frozenset(fold("bilang blg dibilang bilangin tulis said told"))
_WRONG = frozenset({"salah", "keliru", "ralat", "koreksi", "wrong"})
_DATES = frozenset({"tanggal", "bulan", "hari", "tgl", "tanggalnya", "date"})
_ALREADY, _LONG = frozenset({"sudah", "baru"}), frozenset({"bulan", "tahun", "minggu"})
_YEAR = 4  # digits
_NEAR = 4  # terms
_LEAP_DAY = (2, 29)
_FAR = 60  # days


def departure_put_right(told: Conversation, text: str, now: datetime) -> str:
    """Give the day that a line says again instead of the one told, "" where it puts no day right.

    "bukan desember, agustus tgl 14, udah 3 bulan di sana" is read after a day in December; "tgl 12 agustus dia bayar",
    of a day on which nobody left, is not.
    """
    before = told.value(q.DEPARTURE.id)
    if not before or len(text) > _LONGEST or _DOUBTING.isdisjoint(fold(text)):
        return ""
    words = read_words(text)
    if not words.has_any(_OF_A_DATE) and not words.has_digits:
        return ""
    dated = [moment for moment in read_moments(words, now) if _names_its_month(words, moment)]
    right = [moment for moment in dated if moment.day.isoformat() != before[:10] and not _is_denied(words, moment)]
    if len(right) != 1 or not (_doubts(words, before, right[0]) or _says_when_they_left(words)):
        return ""
    return _over(told, words, right[0], now.date()).isoformat()


def _names_its_month(words: Words, moment: Moment) -> bool:
    said = words.forms[moment.first : moment.last]
    return not _OF_A_DATE.isdisjoint(said) or any("/" in form for form in said)


def _is_denied(words: Words, moment: Moment) -> bool:
    return moment.first > 0 and words.forms[moment.first - 1] in {"bukan", "kok", "not"}


def _doubts(words: Words, before: str, right: Moment) -> bool:
    """Say whether the month or the number of the day told before stands beside a doubt: "lho kok desember"."""
    day = date.fromisoformat(before[:10]) if before[:1].isdigit() and "-" in before else None
    doubted = [at for at, form in enumerate(words.forms) if form in {"kok", "bukan", "salah", "masih", "not"}]
    known = set(fold(before))
    for at, form in enumerate(words.forms):
        if right.first <= at < right.last:
            continue
        is_its_month = form in MONTHS and ((day is not None and MONTHS[form] == day.month) or form in known)
        is_its_number = day is not None and form == str(day.day) and words.forms[max(0, at - 1)] == "tanggal"
        if (is_its_month or is_its_number) and any(abs(at - one) < _NEAR for one in doubted):
            return True
    return False


def _says_when_they_left(words: Words) -> bool:
    """Read "tanggalnya masih salah. berangkatnya 12 agustus" and "kan tadi saya bilang agustus tgl 12 perginya".

    "tempatnya keliru, masih di Aikmel. empat orang lagi berangkat 30 november" puts a place right.
    """
    is_wrong = words.has_any(_WRONG) and any(form.removesuffix("nya") in _DATES for form in words.forms)
    is_doubted = is_wrong or words.has_any(_SAID)
    leaving = departing_words()["leaving"]
    return is_doubted and any(form in leaving or form.removesuffix("nya") in leaving for form in words.forms)


def _over(told: Conversation, words: Words, right: Moment, today: date) -> date:
    """Take the day a year back where somebody is there already and no year was said."""
    forms, day = words.forms, right.day
    said = forms[right.first : right.last]
    has_year = any(form.isdecimal() and len(form) == _YEAR for form in said) or (day.month, day.day) == _LEAP_DAY
    if day <= today or has_year or not PLANNED.isdisjoint(forms):
        return day
    is_long = any(
        form in _ALREADY and not _LONG.isdisjoint(forms[at + 1 : at + _NEAR]) for at, form in enumerate(forms)
    )
    is_far = (day - today).days > _FAR  # "terbangnya 3 desember, bukan tgl 1" of who waits in a holding house is ahead
    return day.replace(year=day.year - 1) if is_long or (is_far and is_away(told)) else day
