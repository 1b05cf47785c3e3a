"""Whom a writer trusts to be called or told in their stead keeps their own number, with who it is."""

import pytest

from flows.draft import draft_of
from flows.said import Said
from tests.flows.pretend_desk import talk, told

_MYSELF = ("sy dikurung di myanmar kerja scam, paspor diambil", "di gedung 7 dekat sungai")
_GIRL = (
    "aku umur 16 kerja d karaoke bajo suruh temani tamu",
    "di labuan bajo",
    "jgn telp ya chat aja",
    "yg ajak kak desi kenal d fb 081246660001",
)
_SISTER = ("adik saya rina 20 th dibawa ke batam, paspornya ditahan", "aman")
_WIFE = ("istri sy marlina 29 th dibawa ke batam, ktp ditahan bu yanti", "aman", "bu yanti aikmel 085239170006")
_NUMBER = "+6281907740021"


@pytest.mark.parametrize("before", [_MYSELF, _GIRL, _SISTER])
@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("nmr sy ga bs dihubungi klo d laut hubungi kakak sy aja nurhayati 081907740021", "kakak saya nurhayati"),
        ("jgn kasih tau ibu sy. kakak sy rizal aja 081907740021", "kakak saya rizal"),
        ("jgn ksh tw ibu sy, kakak rizal aja 081907740021", "kakak rizal"),
        ("ke abang gw aja si rizal 081907740021", "abang saya rizal"),
        ("lewat adek aku aja ya namanya Rizal 081907740021", "adek saya rizal"),
        ("kalo sy susah dihubungi, ke paman sy aja pak mahsun 081907740021", "paman saya pak mahsun"),
        ("kabari om deni aja 081907740021 jgn ke bapak", "om deni"),
        ("call my brother rizal instead 081907740021", "brother rizal"),
        ("tolong kabarin temen aku sinta 081907740021", "temen saya sinta"),
        ("hub inaq tiang aja 081907740021", "inaq saya"),
        ("ponakan sy yg di mataram bs ditelp 081907740021 namanya Eka", "ponakan saya eka"),
        ("telpon ke rumah aja kakak sy yg angkat 081907740021", "kakak saya"),
    ],
)
def test_who_is_to_be_called_in_ones_stead_is_noted_with_their_name(
    before: tuple[str, ...], line: str, whose: str
) -> None:
    conversation = told(*before, line).conversation

    assert conversation.value("other_phone") == f"{_NUMBER} ({whose}, boleh dihubungi)"
    assert _NUMBER not in {conversation.value("victim_phone"), conversation.value("recruiter_phone")}
    assert "aja" not in conversation.value("contact_when").split()


@pytest.mark.parametrize("before", [_MYSELF, _GIRL, _SISTER])
@pytest.mark.parametrize(
    ("line", "whose"),
    [
        ("tante ratna 081907740021 blh tau, mama jgn", "tante ratna, boleh tahu"),
        ("pake tante aja kak tante ratna 081907740021 blh tau", "tante ratna, boleh tahu"),
        ("yg blh tau cm kakak sy rizal 081907740021", "kakak saya rizal, boleh tahu"),
        ("mama blh dikasih tau 081907740021, papa jgn", "mama, boleh tahu"),
        ("jangan hub mama ya her number 081907740021", "mama, jangan dihubungi"),
        ("ibu sy 081907740021 jgn ditelp nanti pingsan", "ibu saya, jangan dihubungi"),
        ("jgn kasih tau suami sy rudi 081907740021", "suami saya rudi, jangan dihubungi"),
        ("majikan sy 081907740021", "majikan saya"),
        ("klo ada apa2 ke guru sy bu ros 081907740021", "guru saya bu ros"),
        ("nomor hp kakak ku rizal 081907740021", "kakak ku rizal"),
    ],
)
def test_who_may_only_know_or_must_not_is_not_called(before: tuple[str, ...], line: str, whose: str) -> None:
    conversation = told(*before, line).conversation

    assert conversation.value("other_phone") == f"{_NUMBER} ({whose})"
    assert _NUMBER not in {conversation.value("victim_phone"), conversation.value("recruiter_phone")}


@pytest.mark.parametrize(
    "line",
    [
        "hubungi saya aja kak 081907740021",
        "telp sy pak 081907740021",
        "hubungi pak 081907740021",
        "nomor saya aja 081907740021",
        "call me 081907740021",
        "nama sy bagus 081907740021",
        "sy haji mahsun 081907740021",
        "hubungi di nomor ini aja kak 081907740021",
    ],
)
def test_ones_own_number_stays_ones_own(line: str) -> None:
    conversation = told(*_WIFE, line).conversation

    assert conversation.value("contact_phone") == _NUMBER
    assert not conversation.knows("other_phone")


@pytest.mark.parametrize(
    "line",
    [
        "tante vera yg ngajak 081907740021",
        "daftarnya lewat om deni aja 081907740021",
        "sy berangkat lewat tante ratna 081907740021",
        "tolong hubungi pak deni yg ngajak sy 081907740021",
        "yg bawa om deni aja 081907740021",
        "nmr tante vera 081907740021 boleh dicek",
        "tolong kak 081907740021 nomor pelaku",
    ],
)
def test_through_whom_one_left_is_who_recruits(line: str) -> None:
    conversation = told(*_SISTER, line).conversation

    assert conversation.value("recruiter_phone") == _NUMBER
    assert not conversation.knows("other_phone")


@pytest.mark.parametrize(
    ("line", "others"),
    [
        ("klo si amo 081907740021", f"{_NUMBER} (amo)"),
        ("ada lagi supirnya pak amo 081907740021", f"{_NUMBER} (pak amo)"),
        ("agen lokal arif di ampenan 081907740021", f"{_NUMBER} (arif)"),
        ("kabar terakhir lewat ibu mega 081907740021", f"{_NUMBER} (ibu mega)"),
        ("nmr yanti 085239170006 klo si amo 081907740021", f"{_NUMBER} (amo)"),
    ],
)
def test_a_second_number_beside_another_name_is_kept(line: str, others: str) -> None:
    conversation = told(*_WIFE, line).conversation

    assert conversation.value("other_phone") == others
    assert conversation.value("recruiter") == "Bu Yanti"
    assert conversation.value("recruiter_phone") == "+6285239170006"


@pytest.mark.parametrize("line", ["bu yanti 085239170007", "marlina 081907740021", "bagus 081907740021"])
def test_another_number_of_somebody_known_is_no_third_persons(line: str) -> None:
    assert not told(*_WIFE, line).conversation.knows("other_phone")


def test_two_numbers_in_a_line_go_to_their_owners() -> None:
    conversation = told(*_WIFE, "hp saya 082341190070, hp istri 087755200014").conversation

    assert conversation.value("contact_phone") == "+6282341190070"
    assert conversation.value("victim_phone") == "+6287755200014"
    assert not conversation.knows("other_phone")


def test_the_phone_it_is_written_on_is_not_the_victims() -> None:
    conversation = told(
        "anak tiang ida 17 th di riyadh dipukul majikan",
        "ndak tau",
        "boleh telpon tapi habis magrib ini hp anak tiang rizal 087865440008",
    ).conversation

    assert not conversation.knows("victim_phone")
    assert conversation.value("other_phone") == "+6287865440008 (anak saya rizal, boleh dihubungi)"


def test_the_ticket_and_the_summary_say_whose_number_the_writer_is_reached_at() -> None:
    desk, _ = talk(*_MYSELF, "yg ngajak kevin 081234500007", "hubungi kakak sy aja nurhayati 081907740021")
    for _ in range(8):
        shown = desk.conversation.shown
        if shown and shown.prompt == "summary":
            break
        desk.hear(Said(text="lewati"))
    heard = "\n".join(reply.text for reply in desk.hear(Said(text="ulangi")).replies)

    assert "Dihubungi lewat: 0819-0774-0021 (kakak saya nurhayati)" in heard
    assert draft_of(desk.conversation, desk.facts(Said())).reporter["phone_of"] == "kakak saya nurhayati"


def test_who_wants_no_calls_is_reached_through_whom_they_name() -> None:
    conversation = told(
        *_MYSELF, "jangan hubungi saya", "kabarin lewat kakak sy aja 081907740021 namanya Ros"
    ).conversation

    assert conversation.value("contact_phone") == _NUMBER
    assert conversation.value("other_phone") == f"{_NUMBER} (kakak saya ros, boleh dihubungi)"


def test_a_number_abroad_is_theirs_who_is_there() -> None:
    assert not told(*_WIFE, "nomornya rahman +964 770 553 0024").conversation.knows("other_phone")


_SENT = (
    "saya disekap di poipet, dipukul, nama saya Restu umur 24", "di kota poipet", "calonya kak Desti 0859 3324 7781",
    "chat aja", "pakai nama", "kapan saja", "sudah benar", "ya kirim",
)  # fmt: skip


@pytest.mark.parametrize("before", [_SENT, _SENT[:4]], ids=["after it was sent", "while it is told"])
@pytest.mark.parametrize(
    ("line", "other"),
    [
        ("hamdan no nya 081238455610 kabari jg dia pak", "hamdan, boleh dihubungi"),
        ("kabari jg hamdan pak 081238455610", "hamdan, boleh dihubungi"),
        ("hubungi jg pak Ali 081238455610", "pak ali, boleh dihubungi"),
        ("081238455610 ini nomor pak rt, kabari juga dia", "pak rt, boleh dihubungi"),
        ("tolong kasih tau kakak sy jg 081238455610", "kakak saya, boleh tahu"),
        ("paman sy Rudi 081238455610 boleh ditelpon jg", "paman saya rudi, boleh dihubungi"),
        ("istri saya nomornya 0812 3845 5610 tolong dikabari juga ya", "istri saya, boleh dihubungi"),
        ("adik saya Sari boleh tau, 081238455610", "adik saya sari, boleh tahu"),
        ("tante sy bu Rahma 081238455610 tolong kasi tau jg", "bu rahma, boleh dihubungi"),
        ("yg bawa sy hamdan no nya 081238455610 sy telpon jg dia", ""),
        ("sy sdh kabari jg dia 081238455610", ""),
        ("calonya satu lagi no nya 081238455610 dia hubungi jg teman sy", ""),
        ("nomor calonya yg baru 081238455610 tolong dilacak", ""),
    ],
)
def test_whom_to_tell_as_well_is_kept_with_their_number(before: tuple[str, ...], line: str, other: str) -> None:
    desk = told(*before, line)
    (ticket,) = desk.tickets.values()
    kept = ticket.draft.facts if before is _SENT else desk.conversation.answers

    assert (kept["other_phone"].value if "other_phone" in kept else "") == (other and f"+6281238455610 ({other})")
    assert "not_to_call" not in kept
    assert ticket.draft.reporter.get("name", "Restu") == "Restu"
    assert ticket.draft.reporter.get("contact", "chat") == "chat"
