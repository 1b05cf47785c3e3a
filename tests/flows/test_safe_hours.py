"""The hours at which a writer may be reached, and at which not, add up, whenever each is told."""

import pytest

from flows.adding import told_again
from flows.contact_wishes import contact_wish
from flows.draft import draft_of
from flows.said import Said
from tests.flows.pretend_desk import told

_TOLD = ("suami sy dipaksa kerja di kapal, tidak digaji", "di dobo maluku dekat dermaga lama")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("wa sini aja tp siang sebelum jam 4. malem jgn krn dia disini", "siang sebelum jam 4; malem jgn"),
        ("wa aja tp jgn telpon siang, sy ngajar. abis jam 2 siang bisa", "abis jam 2 siang bisa; jgn telpon siang"),
        ("malam jgn", "malam jgn"),
        ("jgn malam ini ya", "jgn malam ini ya"),
        ("jgn ditelpon, chat aja, hp dikasih pegang cuma jam 1 sampe jam 2 malam", "cuma jam 1 sampe jam 2 malam"),
        ("wa aja, malam jangan ya", "malam jangan ya"),
        ("telp boleh, kalo siang ga bisa", "kalo siang ga bisa"),
        ("chat aja ya, habis isya boleh", "habis isya boleh"),
        ("wa aja. hp cuma nyala malam", "cuma nyala malam"),
        ("telp hari minggu aja", "hari minggu aja"),
        ("kalau malam jangan di wa", "kalau malam jangan di wa"),
        ("malam jgn telp ya, chat boleh", "malam jgn telp ya"),
        ("jgn ke rumah ya pak, chat aja", "jgn ke rumah ya pak"),
        ("jgn ke rumah", "jgn ke rumah"),
        ("jangan ke kantor saya", "jangan ke kantor saya"),
    ],
)  # fmt: skip
def test_hours_and_limits_are_heard_in_many_orders(text: str, hours: str) -> None:
    assert contact_wish(text).when == hours


@pytest.mark.parametrize(
    "text",
    [
        "dia bilang jgn ke rumah",
        "chat aja, dia jam 2 bisa keluar",
        "telp aja ya, suami pulang malam",
        "wa aja, kerja dari jam 5 sampai malam",
        "chat aja, gaji cuma jam lembur",
        "jangan ke malaysia dulu katanya",
        "wa aja, hp dia cuma malam",
        "siang bisa",
        "jgn berangkat malam ini",
        "malam itu jangan dikira aman",
    ],
)
def test_other_hours_are_not_the_writers(text: str) -> None:
    assert contact_wish(text).when == ""


@pytest.mark.parametrize(
    ("known", "later", "kept"),
    [
        ("siang sebelum jam 4", "jgn malam ini", "siang sebelum jam 4; jgn malam ini"),
        ("siang; jgn malam", "jgn ke rumah", "siang; jgn malam; jgn ke rumah"),
        ("siang; jgn malam", "sore aja", "sore aja; jgn malam"),
        ("any", "jgn pagi", "jgn pagi"),
    ],
)
def test_a_limit_told_later_wipes_out_no_hours(known: str, later: str, kept: str) -> None:
    assert told_again({"when": known}, {"when": later})["when"] == kept


def test_limits_told_at_different_times_stand_together() -> None:
    desk = told(*_TOLD, "boleh wa sini aja tp siang sebelum jam 4 sore. malem jgn", "jgn malam ini ya, jgn ke rumah")
    when = draft_of(desk.conversation, desk.facts(Said())).reporter["when"]

    assert [part for part in when.split("; ") if part] == [
        *("siang sebelum jam 4 sore", "malem jgn", "jgn malam ini ya", "jgn ke rumah")
    ]
