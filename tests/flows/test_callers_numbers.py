"""The number by which somebody called is theirs: "dia nelpon pakai 0812 ..."; the writer's leave to call is not."""

import pytest

from tests.flows.pretend_desk import told

_BEFORE = (
    "tetangga saya Bu Nurjanah dibawa ke Tawau sama mandor Pak Beddu, dipukul, ga boleh pulang",
    *("di tawau, ladang sri melati", "ga tau"),
)


@pytest.mark.parametrize(
    ("line", "key"),
    [
        ("Bu Nurjanah kemarin nelpon pakai 0812 3845 5610", "victim_phone"),
        ("kemarin dia nelpon pakai 0812 3845 5610", "victim_phone"),
        ("Nurjanah telp sy pake no 0812 3845 5610", "victim_phone"),
        ("bu nurjanah tadi wa dari 0812 3845 5610", "victim_phone"),
        ("dia wa saya dari nomor 0812 3845 5610", "victim_phone"),
        ("die sms malam pake hp 0812 3845 5610", "victim_phone"),
        ("pak Beddu nelpon saya pakai 0812 3845 5610", "recruiter_phone"),
        ("saya bisa ditelpon di 0812 3845 5610", "contact_phone"),
        ("telpon saja 0812 3845 5610", "contact_phone"),
        ("saya nelpon pakai 0812 3845 5610", "contact_phone"),
        ("hubungi saya lewat 0812 3845 5610", "contact_phone"),
        ("TELPON SAYA 0812 3845 5610 JANGAN CHAT CHAT", "contact_phone"),
        ("dia bilang hubungi saya lewat 0812 3845 5610", "contact_phone"),
    ],
)
def test_the_number_by_which_somebody_called_is_theirs(line: str, key: str) -> None:
    desk = told(*_BEFORE, line)
    kept = {
        one: desk.conversation.value(one)
        for one in ("victim_phone", "recruiter_phone", "contact_phone", "other_phone")
        if desk.conversation.value(one)
    }

    assert kept == {key: "+6281238455610"}
