"""A leave to be reached that hangs on its way by "-nya", or is for a video call, is taken with its hours."""

import pytest

from flows.contact_wishes import contact_wish
from tests.flows.pretend_desk import tell, told


@pytest.mark.parametrize(
    ("text", "way", "when"),
    [
        ("wanya abis isya aja ya, bos suka cek hp", "chat", "abis isya aja ya"),
        ("wa nya nanti jam 10 malam aja", "chat", "jam 10 malam aja"),
        ("jd hubunginya jumat sabtu ya min", "chat", "jumat sabtu ya min"),
        ("hubunginya minggu aja pak", "chat", "minggu aja pak"),
        ("nelponnya nanti malem aja ya pak", "phone", "malem aja ya pak"),
        ("telp nya siang aja", "phone", "siang aja"),
        ("chatnya jam 9 ke atas aja min", "chat", "jam 9 ke atas aja min"),
        ("boleh vc tp sore waktu sana sebelum jam 6, abis itu kerja", "phone", "sore waktu sana sebelum jam 6"),
        ("vc aja boleh tp malem", "phone", "malem"),
        ("vn aja kak", "chat", ""),
        ("wanya malam terus, ga pernah siang", "", ""),
        ("telponnya jam 9 malam terus tiap hari", "", ""),
        ("telponnya malam sabtu kemarin ya, nangis", "", ""),
        ("telponnya, nanti malam dia berangkat", "", ""),
        ("dia telponnya malam aja", "", ""),
        ("telponnya diangkat malam aja", "", ""),
        ("wanya ga dibales dari sabtu", "", ""),
        ("no wa nya 0812 3456 7890", "", ""),
        ("dia ngajak vc malam2", "", ""),
        ("disuruh vc tiap malam", "", ""),
    ],
)  # fmt: skip
def test_a_wish_with_nya_is_told_from_a_tale(text: str, way: str, when: str) -> None:
    wish = contact_wish(text)

    assert (wish.way, wish.when) == (way, when)


@pytest.mark.parametrize(
    "wish", ["telponnya hari minggu aja ya kak", "hubunginya senin selasa ya", "boleh vc tapi sore"]
)
def test_who_told_when_is_not_asked_for_leave(wish: str) -> None:
    desk = told("adik sy dipaksa kerja di kafe, ga digaji", "di dompu")

    answered = tell(desk, wish, "yg bawa bu Karim", "ga ada nomornya", "gatau", "gatau", "gatau", "gatau", "gatau")

    assert "Bolehkah petugas menghubungi" not in answered
