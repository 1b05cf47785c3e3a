"""Who did it is named by what they are to the victim."""

import pytest

from tests.flows.pretend_desk import told


@pytest.mark.parametrize(
    ("story", "line", "recruiter", "number"),
    [
        ("adek gw cewek 16 th dijual pacarnya di michat", "pacarnya Rangga 0877 6111 4401", "Rangga", "+6287761114401"),
        ("tmn sekolah aq Caca d ajak tante2 krja d nabire", "nm tante nya Mama Rere", "Mama Rere", ""),
        (
            "adik saya rina dibawa om nya ke malaysia",
            "nama omnya Pak Jumadil 0878 1111 4402",
            "Pak Jumadil",
            "+6287811114402",
        ),
        ("teman saya sari dijual cowoknya di batam", "cowoknya namanya Dika", "Dika", ""),
        ("keponakan saya Nisa 17 th diajak sama temannya ke bali", "temannya itu si Wulandari", "Wulandari", ""),
        ("anak saya umur 17 dibawa tetangganya ke jakarta", "nama tetangganya bu Saodah", "Bu Saodah", ""),
        ("adik saya wulan diajak cowonya ke batam", "cowonya itu dika, hpnya 0859 1111 4403", "Dika", "+6285911114403"),
    ],
)
def test_who_did_it_is_named_by_what_they_are(story: str, line: str, recruiter: str, number: str) -> None:
    desk = told(story, line)

    assert desk.conversation.value("recruiter") == recruiter
    assert desk.conversation.value("recruiter_phone") == number
    assert not desk.conversation.knows("victim_phone")


@pytest.mark.parametrize(
    ("story", "line"),
    [
        ("adik saya rina dibawa calo ke malaysia", "pacarnya Rangga nangis terus"),
        ("adik saya rina dijual pacarnya", "temannya Sinta yg cerita"),
        ("adik saya rina dijual pacarnya", "ibunya Sakmah nangis tiap malam"),
        ("adik saya rina dijual pacarnya", "pacarnya ga tau namanya siapa"),
        ("adik saya rina dijual pacarnya", "pacarnya Rina itu jahat"),
    ],
)
def test_others_of_the_victims_who_did_nothing_of_it_are_no_recruiters(story: str, line: str) -> None:
    assert not told(story, line).conversation.knows("recruiter")


@pytest.mark.parametrize(
    ("line", "recruiter", "number"),
    [
        ("Pak Rusdi itu masih aktif nomornya 0817 1111 421", "Pak Rusdi", "+628171111421"),
        ("kantornya sudah tutup, pak rusdi nomornya 0817 1111 422", "Pak Rusdi", "+628171111422"),
    ],
)
def test_to_whose_account_it_was_paid_has_the_number_beside_their_name(line: str, recruiter: str, number: str) -> None:
    desk = told(
        "anak saya Komang dijanjikan kerja di korea oleh LPK Hanbit Jaya",
        "Sudah setor 85 juta ke rekening BRI 0561 0102 7714 530 an Rusdi Hartono",
        line,
    )

    assert desk.conversation.value("recruiter") == recruiter
    assert desk.conversation.value("recruiter_phone") == number
