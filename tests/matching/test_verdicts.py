"""The verdict ladder over days, statuses and editions: never "listed" for what is not listed that day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.matching import (
    Agency,
    Edition,
    Event,
    EventKind,
    Registry,
    Status,
    Verdict,
    Why,
    check,
    read_status,
    status_on,
)

DAY = date(2026, 11, 20)
_days = st.integers(-400, 400).map(lambda days: DAY + timedelta(days=days))
_events = st.lists(st.builds(Event, on=_days, kind=st.sampled_from(EventKind)), max_size=4).map(tuple)
_agencies = st.builds(
    Agency,
    name=st.just("PT Sinar Rinjalo"),
    status=st.sampled_from(Status),
    valid_until=st.none() | _days,
    events=_events,
)
_editions = st.builds(
    Edition, source=st.just("test"), as_of=_days, rows=st.integers(0, 2), max_age_days=st.none() | st.integers(0, 300)
)
_texts = st.sampled_from(
    [
        "PT Sinar Rinjalo",
        "sinar rinjalo resmi?",
        "PT Sinar Rinjalo Abadi",
        "sinar rinjaloo",
        "CV Sinar Rinjalo",
        "halo",
        "",
    ]
)


def _is_listed(agency: Agency, edition: Edition, on: date) -> bool:
    """Say by the law alone, without the code's own folding of events, whether the row may be called listed."""
    age = (on - edition.as_of).days
    fit = edition.rows > 0 and age >= 0 and (edition.max_age_days is None or age <= edition.max_age_days)
    past = sorted((event for event in agency.events if event.on <= on), key=lambda event: event.on)
    last_bad = max((event.on for event in past if event.kind in (EventKind.SUSPENDED, EventKind.REVOKED)), default=None)
    ended = (
        any(event.kind in (EventKind.LIFTED, EventKind.REINSTATED) and event.on > last_bad for event in past)
        if last_bad
        else True
    )
    row_bad = agency.status in (Status.SUSPENDED, Status.REVOKED)
    cleared = any(event.kind in (EventKind.LIFTED, EventKind.REINSTATED) and event.on > edition.as_of for event in past)
    good_row = agency.status is Status.VALID or (row_bad and cleared)
    return fit and good_row and ended and (agency.valid_until is None or on <= agency.valid_until)


@given(agency=_agencies, edition=_editions, on=_days, text=_texts)
def test_listed_is_never_said_of_what_is_not_listed_that_day(
    agency: Agency, edition: Edition, on: date, text: str
) -> None:
    answer = check(text, Registry.of([agency], edition), on=on)

    if answer.verdict is Verdict.LISTED_AS_OF:
        assert _is_listed(agency, edition, on)
        assert text in ("PT Sinar Rinjalo", "sinar rinjalo resmi?")


@given(first=_agencies, second=_agencies, edition=_editions, on=_days)
def test_two_rows_of_one_name_give_the_worse_status_and_a_person(
    first: Agency, second: Agency, edition: Edition, on: date
) -> None:
    answer = check("pt sinar rinjalo", Registry.of([first, second], edition), on=on)
    statuses = {status_on(row, on, as_of=edition.as_of) for row in (first, second)}

    if answer.verdict is Verdict.LISTED_AS_OF:
        assert statuses == {Status.VALID}
    if edition.is_fit(on) and len(statuses) > 1:
        assert answer.confirmed is None
        assert answer.needs_a_person
        assert Why.SAME_NAME_TWICE in {reason.why for reason in answer.reasons}


@given(text=st.text(max_size=300), on=_days)
def test_any_text_gets_an_answer(text: str, on: date) -> None:
    answer = check(text, Registry.of([Agency(name="PT Sinar Rinjalo")], Edition("test", DAY, 1)), on=on)

    assert answer.confirmed is None
    assert len(answer.candidates) <= 3


@given(text=st.text(max_size=40))
def test_an_unknown_status_never_reads_as_valid(text: str) -> None:
    known = {
        "aktif",
        "active",
        "valid",
        "berlaku",
        "listed",
        "terdaftar",
        "registered",
        "licensed",
        "berizin",
        "berijin",
    }
    letters = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text.lower()).split()

    if not known & set(letters):
        assert read_status(text) is not Status.VALID


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Valid License", Status.VALID),
        ("Valid License - Provisional", Status.VALID),
        ("BERLAKU s/d 31-12-2027", Status.VALID),
        ("aktif", Status.VALID),
        ("tidak aktif", Status.EXPIRED),
        ("Non-Aktif", Status.EXPIRED),
        ("Kadaluarsa", Status.EXPIRED),
        ("kedaluwarsa", Status.EXPIRED),
        ("Expired", Status.EXPIRED),
        ("Inactive", Status.EXPIRED),
        ("Dibekukan sementara", Status.SUSPENDED),
        ("Skorsing 3 bulan", Status.SUSPENDED),
        ("Suspended", Status.SUSPENDED),
        ("DICABUT", Status.REVOKED),
        ("Cancelled", Status.REVOKED),
        ("Delisted", Status.REVOKED),
        ("Forever Banned", Status.REVOKED),
        ("Denied Renewal", Status.REVOKED),
        ("Ceased Operations", Status.REVOKED),
        ("Skorsing dicabut", Status.UNKNOWN),
        ("tidak dicabut", Status.UNKNOWN),
        ("invalid", Status.UNKNOWN),
        ("belum berlaku", Status.UNKNOWN),
        ("dalam pengawasan", Status.UNKNOWN),
        ("Valid?", Status.VALID),
        ("", Status.UNKNOWN),
        ("proses", Status.UNKNOWN),
    ],
)
def test_status_words_of_offices_are_read(text: str, status: Status) -> None:
    assert read_status(text) is status


@pytest.mark.parametrize(
    ("agency", "verdict"),
    [
        (Agency("PT Sinar Rinjalo"), Verdict.LISTED_AS_OF),
        (Agency("PT Sinar Rinjalo", valid_until=DAY), Verdict.LISTED_AS_OF),
        (Agency("PT Sinar Rinjalo", valid_until=DAY - timedelta(days=1)), Verdict.EXPIRED),
        (Agency("PT Sinar Rinjalo", status=Status.SUSPENDED), Verdict.SUSPENDED),
        (Agency("PT Sinar Rinjalo", status=Status.REVOKED, valid_until=date(2020, 1, 1)), Verdict.REVOKED),
        (Agency("PT Sinar Rinjalo", status=Status.UNKNOWN), Verdict.REGISTRY_UNFIT),
        (Agency("PT Sinar Rinjalo", events=(Event(DAY, EventKind.SUSPENDED),)), Verdict.SUSPENDED),
        (Agency("PT Sinar Rinjalo", events=(Event(DAY + timedelta(days=1), EventKind.REVOKED),)), Verdict.LISTED_AS_OF),
        (
            Agency(
                "PT Sinar Rinjalo",
                events=(Event(date(2026, 3, 1), EventKind.SUSPENDED), Event(date(2026, 6, 2), EventKind.LIFTED)),
            ),
            Verdict.LISTED_AS_OF,
        ),
        (
            Agency(
                "PT Sinar Rinjalo",
                events=(Event(date(2026, 3, 1), EventKind.REVOKED), Event(date(2026, 6, 2), EventKind.LIFTED)),
            ),
            Verdict.REVOKED,
        ),
    ],
)
def test_the_status_is_computed_for_the_day(agency: Agency, verdict: Verdict) -> None:
    registry = Registry.of([agency], Edition("test", date(2026, 11, 1), 1))

    assert check("PT Sinar Rinjalo", registry, on=DAY).verdict is verdict


@pytest.mark.parametrize(
    ("edition", "why"),
    [
        (Edition("test", DAY, 0), Why.LIST_EMPTY),
        (Edition("test", DAY - timedelta(days=31), 1, max_age_days=30), Why.LIST_STALE),
        (Edition("test", DAY + timedelta(days=1), 1), Why.LIST_FROM_LATER),
    ],
)
def test_a_list_that_cannot_speak_for_the_day_goes_to_a_person(edition: Edition, why: Why) -> None:
    answer = check("PT Sinar Rinjalo", Registry.of([Agency("PT Sinar Rinjalo")], edition), on=DAY)

    assert answer.verdict is Verdict.REGISTRY_UNFIT
    assert answer.needs_a_person
    assert [reason.why for reason in answer.reasons] == [why]
