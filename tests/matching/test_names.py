"""When a name counts as the listed one, and when it is only near."""

from datetime import date

import pytest

from flows.matching import Agency, Edition, Kind, Registry, Verdict, Why, check, name_key

ON = date(2026, 11, 20)
_NAMES = (
    "PT SINAR RINJALO ABADI",
    "PT SINAR RINJALO UTAMA",
    "PT SINAR RINJALO",
    "KARYA MANDALU SEJAHTERA, PT",
    "PT. BANU NUSALO (PERSERO)",
    "ABRELO MANPOWER AGENCY INC (FORMERLY TUVALO MANPOWER AGENCY)",
    "103 MOJALO INT`L. CORPORATION",
    "PT MANDIRI",
    "CV TUNAS ELOKA",
    "B & Q LORENA PLACEMENT",
    "PT GILI MATARAM JAYALO",
)
REGISTRY = Registry.of(
    (Agency(name=name, licence_no=f"KEP.{place}/REKAAN/2019") for place, name in enumerate(_NAMES, start=101)),
    Edition("test", ON, len(_NAMES), invented=True),
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("PT sinar rinjalo itu resmi gak pak", "PT SINAR RINJALO"),
        ("sinar rinjalo", "PT SINAR RINJALO"),
        ("SINAR RINJALO ABADI, PT", "PT SINAR RINJALO ABADI"),
        ("P.T. Sinar-Rinjalo Abadi", "PT SINAR RINJALO ABADI"),
        ("p t sinar rinjalo utama", "PT SINAR RINJALO UTAMA"),
        ("ptsinarrinjaloabadi", "PT SINAR RINJALO ABADI"),
        ("s i n a r rinjalo abadi", "PT SINAR RINJALO ABADI"),
        ("banunusalo", "PT. BANU NUSALO (PERSERO)"),
        ("pt banu nusalo tbk cabang lombok timur", "PT. BANU NUSALO (PERSERO)"),
        ("PT Sinar Rinjalo (Mataram)", "PT SINAR RINJALO"),
        ("PT Sinar Rinjalo Praya", "PT SINAR RINJALO"),
        (
            "saya dihubungi 0819-0733-1234 katanya dari PT Karya Mandalu Sejahtera ke Taiwan",
            "KARYA MANDALU SEJAHTERA, PT",
        ),
        (
            "*LOWONGAN KERJA*\nGaji 12 juta\nPT. KARYA MANDALU SEJAHTERA\nHub 081234567890",
            "KARYA MANDALU SEJAHTERA, PT",
        ),
        ("103 mojalo intl corporation", "103 MOJALO INT`L. CORPORATION"),
        ("B&Q Lorena Placement", "B & Q LORENA PLACEMENT"),
        ("pt mandiri resmi?", "PT MANDIRI"),
        ("KEP.103/REKAAN/2019", "PT SINAR RINJALO"),
        ("sip3mi nomor KEP 103 REKAAN 2019 itu siapa", "PT SINAR RINJALO"),
        ("\U0001d5e3\U0001d5e7 \U0001d5e6inar Rinjalo", "PT SINAR RINJALO"),
    ],
)
def test_case_form_spacing_town_and_sentence_do_not_hide_a_listed_name(text: str, name: str) -> None:
    answer = check(text, REGISTRY, on=ON)

    assert answer.confirmed is not None
    assert answer.confirmed.name == name
    assert answer.candidates[0].agency is answer.confirmed
    assert answer.verdict is Verdict.LISTED_AS_OF


@pytest.mark.parametrize(
    "text",
    [
        "PT SINAR RINJALO MANDIRI",
        "PT MEGA SINAR RINJALO",
        "PT SINAR MEGA RINJALO",
        "PT RINJALO ABADI",
        "PT SINAR RINJALO BARU",
        "PT SINAR RINJALO 2",
        "PT SINAR RINJALO TAIWAN",
        "PT SINAR RINJALO\nMANDIRI",
        "sinar rinyalo",
        "sinar rinjaloh",
        "ABADI RINJALO SINAR",
        "bank mandiri",
        "rekening mandiri 1610001234567",
        "saya mau mandiri",
        "103 MOJALO CORPORATION",
        "103 MOJALO INTL INC",
        "103 MOJALO INTL",
        "B Q LORENA PLACEMENT",
        "TUVALO MANPOWER AGENCY",
        "ABRELO MANPOWER AGENCY",
        "PT Sinar Rinjalo atau PT Sinar Rinjalo Utama?",
        "PT Sinar Rinjalo katanya sama dengan PT Bodonglo",
        "PT Tunas Eloka",
        "sinarrinjalo.co.id",
        "hrd@sinarrinjalo.com",
        "PT BODONGLO KEP.103/REKAAN/2019",
        "CV SINAR RINJALO KEP.103/REKAAN/2019",
        "PT SINAR RINJALO/JAYALO/2019",
        "bayar 103 juta 2019",
        "PT",
        "",
        "resmi gak pak?",
    ],
)
def test_one_thing_that_differs_is_a_question_and_never_a_yes(text: str) -> None:
    answer = check(text, REGISTRY, on=ON)

    assert answer.confirmed is None
    assert answer.verdict in (Verdict.SIMILAR_NAME, Verdict.NOT_FOUND, Verdict.NOT_A_P3MI)
    assert len(answer.candidates) <= 3


def test_a_bare_town_that_the_list_uses_in_a_name_is_not_taken_for_a_place() -> None:
    """MATARAM stands in a listed name, so "X MATARAM" may be another company than "X"."""
    bare = check("PT Sinar Rinjalo Mataram", REGISTRY, on=ON)
    told = check("PT Sinar Rinjalo cabang Mataram", REGISTRY, on=ON)

    assert bare.confirmed is None
    assert bare.candidates[0].agency.name == "PT SINAR RINJALO"
    assert told.confirmed is not None


@pytest.mark.parametrize(
    "text", ["CV Sinar Rinjalo", "LPK sinar rinjalo", "sinar rinjalo cv", "yayasan Sinar Rinjalo resmi?"]
)
def test_another_legal_form_under_a_listed_name_is_no_placement_company(text: str) -> None:
    answer = check(text, REGISTRY, on=ON)

    assert answer.verdict is Verdict.NOT_A_P3MI
    assert answer.confirmed is None
    assert answer.candidates[0].agency.name == "PT SINAR RINJALO"


def test_a_person_is_never_licensed() -> None:
    answer = check("pak Budi Santosolo resmi gak", REGISTRY, on=ON)

    assert (answer.verdict, answer.kind) == (Verdict.NOT_A_P3MI, Kind.PERSON)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("PT SINAR RINJALO UTMA", Why.SPELLING),
        ("PT KARYA MANDALU", Why.WORD_MISSING),
        ("PT KARYA MANDALU SEJAHTERA GUNALO", Why.WORD_ADDED),
        ("PT MANDALU KARYA SEJAHTERA", Why.OTHER_ORDER),
        ("PT SRA", Why.INITIALS),
    ],
)
def test_a_near_name_says_why_it_is_only_near(text: str, why: Why) -> None:
    answer = check(text, REGISTRY, on=ON)

    assert why in {reason.why for reason in answer.candidates[0].reasons}


def test_a_former_name_finds_the_present_one_and_asks() -> None:
    answer = check("tuvalo manpower agency", REGISTRY, on=ON)

    assert answer.candidates[0].agency.name == _NAMES[5]
    assert Why.FORMER_NAME in {reason.why for reason in answer.reasons}


def test_everything_listed_is_confirmed_by_its_own_spelling() -> None:
    confirmed = [check(name, REGISTRY, on=ON).confirmed for name in _NAMES]

    assert [agency and agency.name for agency in confirmed] == list(_NAMES)


def test_spellings_of_one_name_share_a_key() -> None:
    keys = {name_key(name) for name in ("PT Sinar Rinjalo", "sinar  rinjalo, PT", "P.T. SINAR-RINJALO", "sinarrinjalo")}

    assert len(keys) == 1
    assert name_key("PT Sinar Rinjalo Abadi") not in keys


def test_a_name_of_a_hundred_words_is_capped() -> None:
    answer = check("PT " + " ".join(f"KATALO{number}" for number in range(100)), REGISTRY, on=ON)

    assert len(answer.asked_name) <= 140
