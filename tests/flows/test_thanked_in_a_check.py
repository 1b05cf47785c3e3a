"""A check ends with thanks in any tongue, hastens for who only wants to be sure, and answers what it knows."""

import pytest

from flows import questions as q
from flows.labels import Language
from flows.texts import say
from tests.flows.pretend_desk import PretendDesk, tell

_ID = Language.INDONESIAN
_ASKED = "PT Cakra Benua Sentosa itu terdaftar apa ngga ya"


@pytest.mark.parametrize(
    "line", ["suwun mbak", "nggih tampiasih", "matur suksme pak", "kalembo ade", "oke mksh ya", "tq min"]
)
def test_thanks_end_a_check_with_its_verdict(line: str) -> None:
    desk = PretendDesk()
    tell(desk, _ASKED)

    heard = tell(desk, line)

    assert heard == say("check.thanked", _ID, reason=say("finding.list_NOT_FOUND", _ID))
    assert not desk.conversation.flow


@pytest.mark.parametrize("line", ["makasih, tapi kantornya bisa dicek ga?", "adik saya bilang makasih ke calo itu"])
def test_thanks_beside_more_end_no_check(line: str) -> None:
    desk = PretendDesk()
    tell(desk, _ASKED, line)

    assert desk.conversation.flow == "check"


@pytest.mark.parametrize(
    "line", ["cuma biar yakin aja kak", "blm bayar kok, masih nanya2", "jaga2 aja min", "cuma mau mastiin"]
)
def test_who_only_wants_to_be_sure_is_given_the_findings(line: str) -> None:
    desk = PretendDesk()
    tell(desk, _ASKED, line)

    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == q.CHECK_NEXT.id


@pytest.mark.parametrize(
    "line", ["izin PTnya bisa dicek disini kan", "kalian bisa cek PT itu kan", "sini bs ngecek PT ga"]
)
def test_whether_we_check_is_answered_with_what_was_found(line: str) -> None:
    desk = PretendDesk()
    tell(desk, _ASKED)

    assert say("check.can", _ID, reason=say("finding.list_NOT_FOUND", _ID)) in tell(desk, line)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("kalo mau yg resmi daftarnya dimana kak", "worry_register"),
        ("berarti daftar ke disnaker ya?", "worry_register"),
        ("boleh ga saya wa agennya", "worry_contact_them"),
        ("aku mau telpon dia gpp gak", "worry_contact_them"),
        ("yg bisa liat chat ini siapa aja?", "worry_readers"),
        ("orang lain bisa baca ini ga", "worry_readers"),
        ("nanti polisi dateng ke rumah saya ga", "worry_visit"),
    ],
)
def test_what_is_known_is_answered_in_every_state(line: str, key: str) -> None:
    begun = [
        (_ASKED,),
        ("adik saya ditawari kerja di malaysia sama bu Tini, sudah bayar 5 juta", "aman"),
        ("adik saya disekap di mess di Batam", "cukup", "chat saja", "kapan saja", "lewati", "tanpa nama", "ya kirim"),
    ]
    for lines in begun:
        desk = PretendDesk()
        tell(desk, *lines)
        assert say(key, _ID) in tell(desk, line)


@pytest.mark.parametrize("line", ["liat dong yg udah ditulis", "tunjukin catatannya kak", "show me what you wrote"])
def test_who_wants_to_see_the_notes_is_shown_them(line: str) -> None:
    desk = PretendDesk()
    tell(desk, "adik saya ditawari kerja di malaysia sama bu Tini, sudah bayar 5 juta", "aman")

    assert "Bu Tini" in tell(desk, line)


@pytest.mark.parametrize(
    "line",
    [
        "dia telpon saya terus minta uang",
        "boleh hubungi saya malam",
        "petugas boleh wa saya",
        "di kontrak tertulis 5 juta",
        "saya liat dia dicatat di buku",
    ],
)
def test_neighbours_are_not_taken_for_those_questions(line: str) -> None:
    desk = PretendDesk()
    heard = tell(desk, "adik saya ditawari kerja di malaysia sama bu Tini, sudah bayar 5 juta", "aman", line)

    assert say("worry_contact_them", _ID) not in heard
    assert say("summary.head", _ID) not in heard


def test_bodong_ya_is_answered() -> None:
    desk = PretendDesk()
    tell(desk, "adik saya ditawari kerja di malaysia sama bu Tini, belum bayar", "aman")

    assert say("noted_yet", _ID) not in tell(desk, "pasti bodong ya kak")
