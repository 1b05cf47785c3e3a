"""What is asked most in live talks: what to say when he rings, the passport he holds, friends who go along, money."""

import pytest

from flows.labels import Language
from flows.texts import say
from flows.worries import worries_in
from tests.flows.pretend_desk import talk

ID = Language.INDONESIAN
BEGUN = ("adik saya dibawa ke malaysia sama pak Dullah, paspornya ditahan", "aman")


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("rendi nelpon nanya2 sy hrs jwb apa", "reply"),
        ("klu haji tanya mada jwb apa", "reply"),
        ("bos telp terus sy hrs gmn", "reply"),
        ("mas ferdi ngechat mulu, hrs dibales ga", "reply"),
        ("dia vc lagi, angkat ga ya", "reply"),
        ("what should i say if he calls", "reply"),
        ("tp paspor sy udh dia pegang gmn dong", "papers"),
        ("trus pasporku gmn kak", "papers"),
        ("boleh ga aku minta balik ijazah sy ke dia", "papers"),
        ("ktp asli sama agennya, gmn min", "papers"),
        ("his man has my passport what do i do", "papers"),
        ("sy hrs blg ke mrk ga", "warn"),
        ("tmn sy yg mau ikut perlu dikasih tau ga", "warn"),
        ("kawan sekampung jg ikut, sy larang aja ya?", "warn"),
        ("should i warn the others", "warn"),
        ("klo batal hrs ganti 10jt", "debt"),
        ("dia blg klo mundur bayar 20 jt", "debt"),
        ("udah terlanjur tf 3jt", "money"),
        ("sy udh bayar dp, trs gmn ini", "money"),
        ("dri mana mada uang sgitu", "cannot_pay"),
        ("ga punya duit sebanyak itu pak", "cannot_pay"),
        ("mada takut pak dia kluarga kpala desa", "power"),
        ("sy takut, dia orang kuat di kampung", "power"),
        ("takut lapor pak", "power"),
        ("kpan ada kabr pak", "when"),
        ("kbri bisa jemput ga", "embassy"),
    ],
)
def test_what_is_asked_most_is_known(text: str, worry: str) -> None:
    assert worries_in(text) == (worry,)


@pytest.mark.parametrize(
    ("text", "worry"),
    [
        ("dia telepon kemarin nangis minta pulang", "reply"),
        ("kalau petugas telepon sy jawab apa adanya", "reply"),
        ("sponsornya ga bisa ditelepon lagi gimana", "reply"),
        ("numpang tanya pak sponsor resmi itu gimana", "reply"),
        ("paspornya ditahan majikan", "papers"),
        ("gimana cara bikin paspor", "papers"),
        ("paspor saya hilang gimana ya", "papers"),
        ("teman saya bilang gajinya besar", "warn"),
        ("sponsor bilang ke mereka jangan cerita", "warn"),
        ("tmn sy ikut dibawa juga", "warn"),
        ("adik saya batal berangkat karena harus bayar lagi", "debt"),
        ("terlanjur ttd kontrak, gimana", "money"),
        ("adik sy ga punya hp", "cannot_pay"),
        ("gaji segitu dari mana katanya", "cannot_pay"),
        ("perekrutnya kepala desa", "power"),
        ("adik saya takut sama majikannya", "power"),
        ("dia takut lapor", "power"),
        ("kapan dia terakhir kasih kabar saya lupa", "when"),
    ],
)
def test_what_only_sounds_alike_is_not(text: str, worry: str) -> None:
    assert worry not in worries_in(text)


def test_who_asks_what_to_say_is_not_sent_to_meet_anybody() -> None:
    _, heard = talk(*BEGUN, "klo pak dullah nelpon sy jwb apa")

    assert heard.startswith(say("worry_reply", ID))


def test_who_is_held_there_is_told_to_answer_as_usual() -> None:
    _, heard = talk("saya kerja di riyadh, dikurung majikan, paspor diambil", "di dapur", "klo madam nanya jwb apa")

    assert say("worry_reply_abroad", ID) in heard


def test_who_asks_for_a_passport_in_a_check_is_shown_the_way_to_an_officer() -> None:
    _, heard = talk("cek PT Bulan Sabit Madani", "paspor sy udh dia pegang gmn dong")

    assert say("worry_papers_check", ID) in heard


def test_fear_of_who_has_power_is_answered_once_with_what_holds() -> None:
    _, first = talk(*BEGUN, "sy takut pak dia keluarga kades")
    _, again = talk(*BEGUN, "sy takut pak dia keluarga kades", "takut dia orang kuat")

    assert say("worry_power", ID) in first
    assert say("worry_power", ID) not in again
