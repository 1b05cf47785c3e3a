"""Phones, accounts, licence numbers and what kind of thing was asked about."""

from datetime import date

import pytest

from flows.matching import Agency, Edition, Kind, Registry, Verdict, Why, check
from flows.matching.licences import licence_key
from flows.matching.numbers import phone_e164

ON = date(2026, 11, 20)
REGISTRY = Registry.of(
    [Agency("PT Sinar Rinjalo", phone="+62370555101", address="Jl. Anggreklo Raya No. 17, Mataram")],
    Edition("test", ON, 1),
)


@pytest.mark.parametrize(
    ("text", "kind", "phones", "accounts"),
    [
        ("0819-0733-1234", Kind.PHONE, ("+6281907331234",), ()),
        ("62 819 0733 1234", Kind.PHONE, ("+6281907331234",), ()),
        ("+60 12-345 6789", Kind.PHONE, ("+60123456789",), ()),
        ("nomor 0819.0733.1234 penipu bukan?", Kind.PHONE, ("+6281907331234",), ()),
        ("081907331234 / 081298765432", Kind.PHONE, ("+6281907331234", "+6281298765432"), ()),
        ("081907331234 081298765432", Kind.PHONE, ("+6281907331234", "+6281298765432"), ()),
        ("rek BCA 1234567890", Kind.BANK_ACCOUNT, (), ("1234567890",)),
        ("transfer ke BRI 0123-01-012345-50-3", Kind.BANK_ACCOUNT, (), ("012301012345503",)),
        ("1234567890 a.n. Budi", Kind.BANK_ACCOUNT, (), ("1234567890",)),
        ("DANA 081907331234", Kind.BANK_ACCOUNT, ("+6281907331234",), ("081907331234",)),
        ("0812-1111-2222 dan rek mandiri 1610001234567", Kind.MIXED, ("+6281211112222",), ("1610001234567",)),
        ("pt sinar rinjalo 081907331234", Kind.MIXED, ("+6281907331234",), ()),
        ("bu Anilo dari PT Sinar Rinjalo", Kind.MIXED, (), ()),
        ("pak Budilo 081907331234", Kind.MIXED, ("+6281907331234",), ()),
        ("PT Sinar Rinjalo", Kind.COMPANY, (), ()),
        ("pak tolong cek sinar rinjalo", Kind.COMPANY, (), ()),
        ("sponsor namanya haji Mahmudlo", Kind.PERSON, (), ()),
    ],
)
def test_numbers_and_kind_are_read(text: str, kind: Kind, phones: tuple[str, ...], accounts: tuple[str, ...]) -> None:
    answer = check(text, REGISTRY, on=ON)

    assert (answer.kind, answer.phones, answer.accounts) == (kind, phones, accounts)


def test_an_identity_number_is_kept_neither_as_phone_nor_as_account() -> None:
    for text in ("NIK 5203014107900001", "ktp saya 5203014107900001", "5203014107900001"):
        answer = check(text, REGISTRY, on=ON)

        assert (answer.phones, answer.accounts) == ((), ())


def test_a_listed_phone_or_street_suggests_the_company_and_confirms_nothing() -> None:
    by_phone = check("0370-555101", REGISTRY, on=ON)
    by_street = check("kantornya di jalan anggreklo raya no 17", REGISTRY, on=ON)

    assert [match.reasons[0].why for match in by_phone.candidates] == [Why.SAME_PHONE]
    assert [match.reasons[0].why for match in by_street.candidates] == [Why.SAME_ADDRESS]
    assert by_phone.confirmed is None
    assert by_street.confirmed is None


@pytest.mark.parametrize(
    "text",
    [
        "KEP.101/REKAAN/2019",
        "kep 101 rekaan 2019",
        "No. KEP-101/REKAAN/2019",
        "SIP3MI KEP/101/REKAAN/2019",
        "101/rekaan/2019",
        "SK 101 Rekaan tahun 2019",
    ],
)
def test_a_licence_number_has_one_key_however_it_is_written(text: str) -> None:
    assert licence_key(text) == "101REKAAN2019"


def test_a_short_number_keeps_the_words_that_make_it_one() -> None:
    assert licence_key("KEP.101") == "KEP101"


@pytest.mark.parametrize(
    "text",
    [
        "REKAAN/301/2020",
        "rekaan 301 2020",
        "rekaan-301.2020",
        "rekaan/301 2020",
        "REKAAN 301-2020",
        "no SIP3MI: REKAAN / 301 / 2020",
        "kep rekaan 301/2020 itu punya siapa",
        "rekaan_301_2020",
    ],
)
def test_separators_of_a_licence_number_do_not_matter(text: str) -> None:
    rows = (Agency("PT Sinar Anggreklo", licence_no="KEP. REKAAN/301/2020"), Agency("PT Banu Nusalo", licence_no="302"))
    answer = check(text, Registry.of(rows, Edition("test", ON, 2)), on=ON)

    assert answer.confirmed == rows[0]
    assert check(text.replace("301", "303"), Registry.of(rows, Edition("test", ON, 2)), on=ON).confirmed is None


@pytest.mark.parametrize(
    "text",
    [
        "wa.me/6281917000444",
        "https://wa.me/+6281917000444?text=halo",
        "https://api.whatsapp.com/send?phone=6281917000444",
    ],
)
def test_a_chat_link_is_a_phone(text: str) -> None:
    assert check(f"hub {text}", REGISTRY, on=ON).phones == ("+6281917000444",)


@pytest.mark.parametrize(
    "text",
    [
        "https://www.facebook.com/sinarrinjalo cek dong",
        "fb.com/sinar.rinjalo",
        "instagram.com/sinar_rinjalo resmi gak",
        "tiktok.com/@sinarrinjalo",
        "www.sinarrinjalo.com",
        "info@sinarrinjalo.co.id",
    ],
)
def test_a_page_may_suggest_a_company_and_never_confirms_one(text: str) -> None:
    answer = check(text, REGISTRY, on=ON)

    assert [match.agency.name for match in answer.candidates] == ["PT Sinar Rinjalo"]
    assert answer.confirmed is None


@pytest.mark.parametrize(
    "text", ["cek rekening BRI 0123-01-456789-53-4 an Budi", "bri 012301456789534 a.n. Budi Santoso"]
)
def test_whoever_holds_an_account_names_no_company(text: str) -> None:
    answer = check(text, REGISTRY, on=ON)

    assert (answer.verdict, answer.kind) == (Verdict.NOT_FOUND, Kind.BANK_ACCOUNT)
    assert [reason.why for reason in answer.reasons] == [Why.NO_NAME]
    assert answer.accounts == ("012301456789534",)


@pytest.mark.parametrize(
    "text",
    [
        "bri 012301456789534 a.n. PT Sinar Rinjalo",
        "pe te sinar rinjalo",
        "is pt sinar rinjalo still licensed",
        "bri 012301456789534 atas nama Sinar Rinjalo",
    ],
)
def test_a_company_that_holds_one_or_is_spelled_out_is_the_company(text: str) -> None:
    confirmed = check(text, REGISTRY, on=ON).confirmed

    assert confirmed is not None
    assert confirmed.name == "PT Sinar Rinjalo"


@pytest.mark.parametrize("text", ["12", "no. 7", "2019", "-", ""])
def test_what_cannot_name_one_licence_has_no_key(text: str) -> None:
    assert licence_key(text) in ("", "2019")


@pytest.mark.parametrize("text", ["", "123", "00000000000000000", "+", "seratus"])
def test_what_is_no_phone_is_none(text: str) -> None:
    assert phone_e164(text) is None
