"""Who asks leave to speak asks for no licence, and what is told beside a check is heard."""

import pytest

from flows.conversation import Conversation
from tests.flows.pretend_desk import told


def _told(*lines: str) -> Conversation:
    return told(*lines).conversation


@pytest.mark.parametrize(
    "greeting",
    [
        "Ijin melapor, sy petugas dishub terminal dompu",
        "Selamat pagi, izin. Saya Marzuki, kepala desa di Kec. Lape Sumbawa",
        "ijin bertanya komandan, sy kadus Mawar Indah",
    ],
)
def test_leave_to_speak_begins_no_check(greeting: str) -> None:
    assert _told(greeting).flow != "check"


def test_a_licence_is_still_checked() -> None:
    assert _told("ijin bertanya pak, apakah PT Wahana Tirta Mandiri ada izin").flow == "check"
    assert _told("izin PT Wahana Tirta gimana").flow == "check"


def test_a_bus_full_of_people_beside_a_check_is_a_report() -> None:
    conversation = _told(
        "apakah PT Zxcvb Qwerty punya izin",
        "Barusan jam 7.40 bis berangkat bawa 11 orang calon PMI laki 8 perempuan 3",
    )

    assert conversation.flow == "report"
    assert conversation.value("urgency") == "emergency"
    assert conversation.value("victim_count") == "11"


def test_a_leader_is_who_takes_them_and_so_is_a_man_of_the_firm() -> None:
    assert _told("mau lapor ada 11 orang dibawa", "ketua rombongan an. Syamsudin").value("recruiter") == "Syamsudin"
    named = _told(
        "suami saya hilang di kapal ikan cina",
        "aman",
        "namanya Lalu Hendra umur 34",
        "masuk lewat PT Samudra Jaya Lestari Abadi di tegal maret tahun lalu",
        "orang PT nya pak Warsito 0812-2734-0965",
    )

    assert named.value("recruiter") == "Pak Warsito"
    assert named.value("company") == "PT Samudra Jaya Lestari Abadi"


def test_an_account_beside_it_takes_no_number_from_its_owner() -> None:
    conversation = _told(
        "mau lapor Hj Rukmini di jakarta, dia kirim 6 ibu2 ke suriah",
        "no bu rukmini 081384072256. sy dibayar lewat rek mandiri 161 00 0927 4418",
    )

    assert conversation.value("recruiter_phone") == "+6281384072256"
    assert not conversation.value("contact_phone")


def test_a_pupil_tells_of_the_one_beside_them() -> None:
    conversation = _told("aku smk kls 11 di selong", "temen sebangkuku Dinda umurnya 16 mau dibawa ke hongkong")

    assert "Dinda" in conversation.value("victim_name")
    assert conversation.value("victim_relation") == "teman"


@pytest.mark.parametrize("line", ["pak motor sy ilang di parkiran plabuhan kayangan td subuh", "halo kakk"])
def test_a_thing_lost_and_a_greeting_begin_no_report(line: str) -> None:
    conversation = _told(line, "lapor kmn ini kt satpam suruh wa no di poster") if "motor" in line else _told(line)

    assert conversation.flow != "report"
    assert not conversation.knows("victim")


def test_who_is_nursed_is_no_victim() -> None:
    assert not _told("sy plg krn dipukulin, sy kerja rawat kakek2 di taiwan").value("victim_relation")


@pytest.mark.parametrize("line", ["aku liat posternya di terminal dara", "sy liat nomor ini di poster pelabuhan"])
def test_where_we_were_seen_begins_no_report(line: str) -> None:
    assert _told("halo kak", line).flow != "report"


def test_a_pupil_with_questions_is_no_victim() -> None:
    lines = ("halo kak", "aku dpt tugas sosiologi ttg perdagangan orang, boleh wawancara ga? 5 pertanyaan aja")

    conversation = _told(
        *lines, "1. modus yg paling sering di ntb apa ya kak", "2. korban paling banyak dr kabupaten mana"
    )

    assert conversation.flow != "report"
    assert not conversation.knows("victim_now")
