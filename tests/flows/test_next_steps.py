"""What is wished after a check in whatever words, and what only sounds like a wish."""

import pytest

from flows import questions as q
from flows.next_steps import step_wished
from flows.said import Said
from tests.flows.pretend_desk import told

_WARNED = (
    "cek PT Putra Nusantara Jaya Makmur resmi ga",
    *("lewati", "malaysia", "atas nama orang, 3 juta", "lewati", "lewati", "lewati", "lewati"),
)


@pytest.mark.parametrize(
    "text",
    [
        "ya udah minta petugas cek aja. boleh telp sy kapan aja nama sy hasbi",
        "yaudah petugas aja yg ngecek, sy hasbi",
        "ok tolong dicek sama petugas ya pak, wa aja jgn telpon",
        "biar petugas yg periksa deh kak. nama saya Siti",
        "kalo bisa petugas cek dulu",
        "please ask an officer to check this company, you can call me",
        "minta dicek dulu pt nya",
        "mohon diselidiki petugas pak",
        "lho kan sy td minta petugas cek pt nya",
        "blm mau lapor, minta petugas cek dulu aja",
        "gue minta petugas aja deh",
    ],
)
def test_an_officer_is_wished_inside_other_words(text: str) -> None:
    assert step_wished(text) == "verify"


@pytest.mark.parametrize(
    "text",
    [
        "mau lapor aja kak soalnya temen sy udh setor uang",
        "jadiin laporan deh, hp sy 08123456789",
        "ya udah lapor aja langsung",
        "sy mau lapor skrg pak, tolong petugas cek juga",
        "tolong dibuatkan laporan ya",
        "kalo gitu lapor aja",
        "i want to report this",
    ],
)
def test_a_report_is_wished_inside_other_words(text: str) -> None:
    assert step_wished(text) == "report"


@pytest.mark.parametrize("text", ["cukup", "sudah cukup, makasih pak", "ya udah", "ga, makasih", "cukup aja deh"])
def test_enough_is_enough_where_nothing_else_is_wished(text: str) -> None:
    assert step_wished(text) == "done"


@pytest.mark.parametrize(
    "text",
    [
        "kalo petugas cek itu bayar ndak",
        "kalo petugas cek bakal ketauan ga",
        "petugasnya cek kemana aja?",
        "I don't want to make a report, I just wanted to know",
        "sy blm mau lapor",
        "ga usah lapor dulu",
        "dia mau lapor polisi katanya",
        "sudah lapor ke desa kemarin",
        "nanti sy lapor kalo jadi",
        "takut mau lapor",
        "ya udah boleh telp sy kapan aja",
        "tolong cek PT Maju Jaya Abadi",
        "mau cek nama lain",
        "cukup bahaya ga sih",
        "petugas lapangannya bilang resmi",
        "kalo lapor bayar ga",
        "we didn't want to report it",
    ],
)
def test_what_asks_tells_or_refuses_wishes_no_step(text: str) -> None:
    assert step_wished(text) == ""


def test_a_wish_for_an_officer_takes_the_way_and_the_name_told_beside_it() -> None:
    desk = told(*_WARNED, "ya udah minta petugas cek aja. boleh telp sy kapan aja nama sy lalu hasbi")
    (standing,) = desk.tickets.values()

    assert standing.view.kind.value == "verification"
    assert standing.draft.reporter["contact"] == "phone"
    assert standing.draft.reporter["name"] == "Lalu Hasbi"
    assert not standing.draft.is_anonymous


def test_leave_to_call_is_no_farewell() -> None:
    desk = told(*_WARNED, "ya udah boleh telp sy kapan aja")

    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.CHECK_NEXT.id


def test_officer_who_checks_reads_what_was_told_beside_the_questions() -> None:
    desk = told(*_WARNED, "katanya visa turis dulu nanti diganti disana", "minta petugas cek")
    (standing,) = desk.tickets.values()

    assert "nanti diganti disana" in standing.draft.facts[q.WHAT.id].value


def test_who_reminds_of_the_officer_begins_no_other_check() -> None:
    desk = told(*_WARNED, "minta petugas cek")
    desk.hear(Said(text="lho gmn pak. kan sy td minta petugas cek pt nya"))

    assert len(desk.tickets) == 1
    assert desk.conversation.flow == ""


def test_who_reports_a_check_that_was_sent_need_not_tell_it_again() -> None:
    desk = told(
        "mau cek pt sinar bulan jaya, agennya bu sumi minta 7 juta", "lanjut", "lewati", "petugas tolong periksa"
    )
    replies = [
        "\n".join(reply.text for reply in desk.hear(Said(text=line)).replies)
        for line in ("yaudah saya laporkan aja", "adik saya katanya berangkat bulan depan")
    ]

    assert len(desk.tickets) == 1
    assert "Tidak perlu diulang" in replies[0]
    assert "Sudah saya tambahkan" in replies[1]


@pytest.mark.parametrize(
    ("asked", "is_report"),
    [
        ("bisa dilaporin kan ini? wa aja soalnya sy kerja", True),
        ("boleh ga dilaporkan orangnya", True),
        ("kalau dilaporin uangnya bisa balik?", False),
        ("sy bisa dilaporin balik ga sama dia", False),
    ],
)
def test_who_asks_whether_it_may_be_reported_may(asked: str, is_report: bool) -> None:  # noqa: FBT001 - a table's column
    desk = told(*_WARNED)
    heard = desk.hear(Said(text=asked))

    assert (desk.conversation.flow == "report") is is_report
    assert ("Yang sudah Anda tulis saya bawa" in heard.replies[0].text) is is_report
