"""The facts a message volunteers, keyed by the questions they answer. Nothing is here that was not said."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from flows.reading import Found
from flows.understanding.businesses import find_business, is_only_where
from flows.understanding.days_apart import is_called_off, is_of_something_else
from flows.understanding.days_gone import day_of_leaving, left_on
from flows.understanding.days_gone import leaving as left_at
from flows.understanding.days_vague import time_of_leaving
from flows.understanding.firms import find_firm
from flows.understanding.firms_marked import Firm
from flows.understanding.harbours import boards_at, read_port
from flows.understanding.hours_of_leaving import boarded, hour_of_leaving
from flows.understanding.mentions import Mentions
from flows.understanding.moments import Moment
from flows.understanding.money import find_accounts
from flows.understanding.money_told import read_sums
from flows.understanding.names_right import put_names_right
from flows.understanding.numbers_owned import whose_phone
from flows.understanding.numerals import NUMERALS, digits_spoken
from flows.understanding.papers import read_documents, read_visa
from flows.understanding.papers_told import read_papers_told
from flows.understanding.pattern import Span
from flows.understanding.people import read_people
from flows.understanding.phones import Phone, find_phones, to_e164
from flows.understanding.places_abroad import goals, read_journey
from flows.understanding.places_named import DISTRICT, INLAND, KINDS, PORT, named_places
from flows.understanding.ships_named import read_ship
from flows.understanding.trades import read_job
from flows.understanding.whereabouts import is_nameless_building, read_whereabouts
from flows.understanding.words import Words

_MONTH = re.compile(
    r"\b(?:awal|akhir|pertengahan|habis|abis|sehabis|setelah|bulan)\s+(?:bulan\s+)?"
    r"(?:jan\w*|feb\w*|maret|april|mei|juni|juli|agustus|sept?\w*|okt\w*|nov\w*|des\w*|lebaran|puasa|natal|tahun baru)",
    re.IGNORECASE,
)
_OWN_NAME_GIVEN = re.compile(
    r"\b(?:boleh|silakan|silahkan|gpp|gapapa)\s+(?:di)?(?:pakai|pake|sebut|tulis|cantumkan|catat)\s+"
    r"nama (?:saya|sy|aku)",
    re.IGNORECASE,
)
_LEAVES = frozenset({
    *("jemput", "dijemput", "menjemput", "taken", "leaving", "leave", "leaves", "flying", "fly", "sent", "depart"),
    *("departing", "jadwal", "jadwalnya", "diundur", "dimundurkan", "ditunda", "dimajukan", "keberangkatan"),
})  # fmt: skip
_MOVES, _TO_A_DAY = frozenset({"mundur", "molor", "maju"}), frozenset({"jadi", "ke", "sampai", "to"})
_SETS_OUT = "jalan"
_HOURS = frozenset({"jam", "pukul"})
_BEFORE_A_STREET = frozenset({"di", "ke", "lewat", "dekat", "depan", "pinggir", "dari", _SETS_OUT})
_ZEROS = frozenset({"nol", "kosong", "zero"})
_SAME_MATTER = 25  # terms
_BESIDE = 4  # terms
# no month of _MONTH stands without one of these
_ABOUT_A_MONTH = frozenset({"awal", "akhir", "pertengahan", "habis", "abis", "sehabis", "setelah", "bulan"})
_COUNTING = NUMERALS | {"setengah"}


def read_facts(mentions: Mentions, moments: Sequence[Moment], today: date | datetime) -> dict[str, Found]:
    """Read every fact of one message."""
    text = mentions.words.text
    found: dict[str, Found] = {}
    if mentions.words.has_digits or mentions.words.has_any(_COUNTING):
        _read_numbers(mentions, found)
    if mentions.has(*KINDS, DISTRICT) or "kl" in mentions.words.written:
        found |= read_journey(mentions)
    found |= read_ship(mentions)
    if port := read_port(mentions):
        found["port"] = port
    _read_whereabouts(mentions, found)
    here = found.get("victim_now")
    if moments and port and here and port.words.casefold() in here.words.casefold() and boards_at(mentions, port.words):
        del found["victim_now"]  # "naik feri di sape tgl 2"; who sees children board tells where they are
    found |= read_people(mentions)
    put_names_right(mentions, found)
    _read_departure(mentions, moments, today, found)
    _read_firms(mentions, found)
    documents = read_documents(mentions) or read_papers_told(mentions)
    if documents:
        found["documents"] = documents
    visa, job = read_visa(mentions), read_job(mentions)
    if visa:
        found["visa"] = visa
    if job:
        found["job"] = job
    if "nama" in mentions.words.written and _OWN_NAME_GIVEN.search(text):
        found["anonymous"] = Found("no", "nama")
    hidden = mentions.of("HIDDEN_NAME")
    if hidden:
        found["anonymous"] = Found("yes", mentions.words.said(hidden[0].first, hidden[0].last))
    return found


def _read_numbers(mentions: Mentions, found: dict[str, Found]) -> None:
    text = mentions.words.text
    accounts = find_accounts(text) if mentions.words.has_digits else []
    if accounts:
        found["account"] = Found(accounts[0].value, text[accounts[0].start : accounts[0].end])
    before = 0
    for phone in (*(find_phones(text) if mentions.words.has_digits else ()), *_spoken_phones(mentions)):
        if any(a.start < phone.end and phone.start < a.end for a in accounts):
            continue
        whose = whose_phone(text, phone, before)
        found.setdefault(whose, Found(phone.number, text[phone.start : phone.end]))
        before = phone.end
    read_sums(mentions, found)


def _spoken_phones(mentions: Mentions) -> Iterator[Phone]:
    """Give the numbers said digit by digit: "nol delapan satu sembilan ..."."""
    words = mentions.words
    if not words.has_any(_ZEROS):
        return
    forms = words.forms
    end = 0
    for at, form in enumerate(forms):
        if at < end or form not in _ZEROS:
            continue
        digits, end = digits_spoken(forms, at)
        number = to_e164(digits)
        if number:
            yield Phone(number, words.spans[at][0], words.spans[end - 1][1])


def _read_departure(
    mentions: Mentions, moments: Sequence[Moment], today: date | datetime, found: dict[str, Found]
) -> None:
    now = today.date() if isinstance(today, datetime) else today
    moments = [m for m in moments if not is_called_off(mentions.words, m)]
    ahead = [m for m in moments if m.day >= now and not is_of_something_else(mentions.words, m)]
    gone = [m for m in moments if m.day < now]
    leaving = [*mentions.of("DEPART"), *mentions.of("TRANSIT")]
    if ahead and not leaving:
        leaving = [
            *_leaving_otherwise(mentions),
            *_rides(mentions, ahead),
            *boarded(mentions),
            *_from_there(mentions, ahead),
            *goals(mentions),
        ]
    if moments and not leaving:
        leaving = list(_setting_out(mentions, moments))
    if leaving and ahead:
        far, best = min(((min(abs(m.first - s.first) for s in leaving), m) for m in ahead), key=lambda pair: pair[0])
        if far > _SAME_MATTER:
            return  # "hp nya cuma boleh dipegang hari minggu"
        found["departure"] = Found(str(best), mentions.words.said(best.first, best.last))
    elif gone and (left := _beside(leaving, gone) or _on_the_day(mentions, gone) or left_on(mentions, gone)):
        found["departure"] = Found(str(left), mentions.words.said(left.first, left.last))
    elif over := day_of_leaving(mentions, today) or (None if moments else hour_of_leaving(mentions, today)):
        found["departure"] = Found(str(over), mentions.words.said(over.first, over.last))
    elif when := time_of_leaving(mentions):
        found["departure"] = when
    elif leaving and (month := _month(mentions.words)):
        found["departure"] = Found(month.group(), month.group())
    elif leaving and mentions.has("NOT_SOON"):
        span = mentions.of("NOT_SOON")[0]
        words = mentions.words
        found["departure"] = Found(
            " ".join(t.form for t in words.terms[span.first : span.last]), words.said(span.first, span.last)
        )


def _beside(leaving: Sequence[Span], gone: Sequence[Moment]) -> Moment | None:
    """Give the day on which somebody left; of days that are over many others are told, what was paid and said."""
    near = (m for m in gone for s in leaving if max(m.first - s.last, s.first - m.last) < _BESIDE)
    return next(near, None)


def _on_the_day(mentions: Mentions, gone: Sequence[Moment]) -> Moment | None:
    """Read "dijemput dan dibawa ke penampungan di Depok tgl 16 november": the day ends what is told of leaving."""
    clauses = mentions.words.clauses
    left = [at for at in left_at(mentions) if mentions.words.forms[at].startswith("di")]
    near = (m for m in gone for at in left if at < m.first and clauses[at] == clauses[m.first])
    return next(near, None)


def _month(words: Words) -> re.Match[str] | None:
    return None if _ABOUT_A_MONTH.isdisjoint(words.written) else _MONTH.search(words.text)


def _leaving_otherwise(mentions: Mentions) -> list[Span]:
    terms, clauses = mentions.words.terms, mentions.words.clauses
    ends = {at for at in range(1, len(terms) + 1) if at == len(terms) or clauses[at] != clauses[at - 1]}
    # "besok subuh jam 4 jalan": elsewhere it is a street, or how something goes
    return [
        Span(at, at + 1)
        for at, term in enumerate(terms)
        if term.form in _LEAVES
        or (term.form in _MOVES and not _TO_A_DAY.isdisjoint(mentions.words.forms[at + 1 : at + 4]))
        or (at and term.form == _SETS_OUT and at + 1 in ends and terms[at - 1].form != _SETS_OUT)
    ]


def _setting_out(mentions: Mentions, moments: Sequence[Moment]) -> Iterator[Span]:
    """Give "jalan" in "rombongannya jalan lusa"; "jalan-jalan besok" is an outing, "di jalan" a street."""
    forms, days = mentions.words.forms, {moment.first for moment in moments}
    for at in (at for at, form in enumerate(forms) if form == _SETS_OUT):
        day = at + 1 + (forms[at + 1 : at + 2] == ["hari"])
        if day in days and not (at and forms[at - 1] in _BEFORE_A_STREET):
            yield Span(at, at + 1)


def _from_there(mentions: Mentions, ahead: Sequence[Moment]) -> Iterator[Span]:
    """Give the town behind a day: "pastinya tanggal 10 dari Denpasar"."""
    ends = {moment.last for moment in ahead}
    named = (place for place in named_places(mentions) if place.kind in {INLAND, PORT} and place.lead == "from")
    yield from (place.span for place in named if place.span.first - 1 in ends)


def _rides(mentions: Mentions, ahead: Sequence[Moment]) -> Iterator[Span]:
    """Give what leaves on the day said right after it: "kapalnya besok pagi", "busnya jam 4 sore ini"."""
    days = {moment.first for moment in ahead}
    forms = mentions.words.forms
    for kind in ("VEHICLE", "SHIP"):
        for span in mentions.of(kind):
            end = span.last
            while end < len(forms) and (forms[end] in _HOURS or (forms[end][0].isdigit() and forms[end - 1] in _HOURS)):
                end += 1
            if not days.isdisjoint(range(end, end + 2)):
                yield span


def _read_whereabouts(mentions: Mentions, found: dict[str, Found]) -> None:
    """Let "rumah teman dekat Chow Kit" stand where the town alone was read, or nothing."""
    here = read_whereabouts(mentions)
    if here is None:
        return
    town = found.get("victim_now")
    if town and is_nameless_building(here.value.lower().split()):
        here = Found(f"{here.value}, {town.value}", here.words)
    goal = found.get("destination")
    if town is None and goal and here.value.casefold() in goal.value.casefold():
        here = Found(goal.value, here.words)  # "kerja resto di kamboja" as officers write it: Kamboja
    if town is None or here.value.casefold() not in town.value.casefold():
        found["victim_now"] = here


def _read_firms(mentions: Mentions, found: dict[str, Found]) -> None:
    text = mentions.words.text
    firm = find_firm(mentions)
    is_where = "victim_now" in found and is_only_where(mentions)
    if firm is None and not is_where and (place := find_business(mentions)):
        spans = mentions.words.spans
        firm = Firm(place.name, spans[place.first][0], spans[place.last - 1][1])
    if firm:
        found["company"] = Found(firm.name, text[firm.start : firm.end])
        if "destination" in found and found["destination"].words.casefold() in firm.name.casefold():
            del found["destination"]  # "Agensi Pekerjaan Cahaya Perak"
