"""A place that is put right is put right wherever it stood, and nowhere else."""

import pytest

from tests.flows.pretend_desk import tell, told

_LOCKED_UP = ("sy dikurung di kamboja kerja scam",)
_AT_THE_SUMMARY = (
    *_LOCKED_UP,
    "di gedung tinggi deket sungai",
    "ga tau",
    "yg ajak kevin 081234500007",
    "ga tau",
    "tanpa nama",
    "jangan hubungi saya",
)
_IN_A_SHELTER = ("adik saya rina 20 th mau dibawa ke malaysia, skrg di batam di penampungan", "aman")


@pytest.mark.parametrize(
    "line",
    [
        "eh salah myanmar bukan kamboja",
        "ralat, bukan kamboja tapi myanmar",
        "maaf salah, sy di myanmar",
        "bkn kamboja pak, myanmar",
        "eh myanmar ding",
        "maksud sy myanmar",
        "sorry its myanmar not cambodia",
        "salah negara, myanmar harusnya",
        "kamboja itu salah, yg bener myanmar",
    ],
)
def test_the_country_of_both_lines_is_put_right(line: str) -> None:
    conversation = told(*_LOCKED_UP, line).conversation

    assert conversation.value("destination") == "Myanmar"
    assert conversation.value("victim_now") == "Myanmar"
    assert conversation.shown is not None
    assert conversation.shown.prompt == "victim_spot"


@pytest.mark.parametrize(
    "line",
    [
        "ini masih salah min tempat nya myanmar",
        "tempatnya salah kak, myanmar",
        "bukan kamboja, myanmar",
        "tempat skrg myanmar bukan kamboja",
        "lokasi salah harusnya di myanmar",
        "kok masih kamboja, myanmar kak",
        "sy di myanmar kak bukan kamboja",
        "myanmar min myanmar",
    ],
)
def test_at_the_summary_the_spot_is_kept_with_the_right_country(line: str) -> None:
    conversation = told(*_AT_THE_SUMMARY, line).conversation

    assert conversation.value("destination") == "Myanmar"
    assert conversation.value("victim_now") == "gedung tinggi deket sungai, Myanmar"


def test_what_is_still_wrong_after_a_correction_is_the_other_line() -> None:
    desk = told(*_LOCKED_UP, "tujuannya bukan kamboja tapi myanmar", "ini masih salah min tempat nya myanmar")

    assert desk.conversation.value("victim_now") == "Myanmar"


@pytest.mark.parametrize(
    ("before", "line", "destination", "now"),
    [
        (_LOCKED_UP, "tujuannya bukan kamboja tapi myanmar", "Myanmar", "Kamboja"),
        (_IN_A_SHELTER, "eh salah bukan malaysia tapi singapura", "Singapura", "batam di penampungan"),
        (_IN_A_SHELTER, "tujuannya tetap malaysia, johor. skrg aja di batam", "Malaysia", "batam di penampungan"),
        (_IN_A_SHELTER, "eh salah td bukan di malaysia, dia msh di batam", "Malaysia", "Batam"),
        (_AT_THE_SUMMARY, "myanmar itu jauh ga kak", "Kamboja", "gedung tinggi deket sungai, Kamboja"),
        (_AT_THE_SUMMARY, "bos nya orang myanmar", "Kamboja", "gedung tinggi deket sungai, Kamboja"),
        (_AT_THE_SUMMARY, "apa bukan myanmar?", "Kamboja", "gedung tinggi deket sungai, Kamboja"),
    ],
)
def test_only_what_is_meant_is_put_right(before: tuple[str, ...], line: str, destination: str, now: str) -> None:
    conversation = told(*before, line).conversation

    assert conversation.value("destination") == destination
    assert conversation.value("victim_now") == now


def test_a_halt_on_the_way_is_not_where_somebody_is_now() -> None:
    desk = told(
        "menantu saya disiksa majikan di muskat oman",
        "di rumah majikannya di muskat",
        "jangan hubungi",
        "lewat jakarta dulu 2 minggu di penampungan condet baru ke dubai trus oman",
    )

    assert "condet" not in desk.conversation.value("victim_now")
    assert "Dubai" in desk.conversation.value("transit")


@pytest.mark.parametrize(
    "line", ["myanmar itu maksudnya", "maksud sy yg di myanmar", "myanmar maksudnya kak", "eh myanmar"]
)
def test_the_country_of_a_town_told_before_puts_nothing_right(line: str) -> None:
    desk = told("adik saya disekap di myawadi")
    heard = tell(desk, line)

    assert desk.conversation.value("destination") == "Myawaddy, Myanmar"
    assert desk.conversation.value("victim_now").endswith("myawadi")
    assert "ganti" not in heard
    assert "Maksudnya" not in heard


@pytest.mark.parametrize("line", ["maksudnya thailand", "eh salah, thailand", "bukan myanmar, thailand"])
def test_another_country_than_that_of_the_town_is_put_right(line: str) -> None:
    assert told("adik saya disekap di myawadi", line).conversation.value("destination") == "Thailand"


@pytest.mark.parametrize("line", ["maksudnya apa kak", "myanmar itu maksudnya?", "itu maksudnya apa"])
def test_who_asks_what_was_meant_is_told(line: str) -> None:
    assert "Maksudnya" in tell(told("adik saya disekap di myawadi"), line)


def test_where_the_recruiter_is_now_is_not_where_the_victim_is() -> None:
    desk = told(
        "kakak sy disekap di laos, golden triangle",
        "jangan hubungi",
        "yg ngajak tetangga kami bang Rusdi dari gerung",
        "rusdi skrg ada di lombok lagi nyari org lain",
    )

    assert "Laos" in desk.conversation.value("victim_now")


@pytest.mark.parametrize(
    ("line", "here"),
    [
        ("dari lombok terbang ke jakarta, jakarta bangkok, trus dibawa mobil ke mae sot", "Myawaddy"),
        ("kemarin dipindah ke laukkai naik mobil", "Laukkai"),
    ],
)
def test_the_way_there_is_told_apart_from_a_move(line: str, here: str) -> None:
    desk = told("sepupu sy disekap di myawaddy", "jangan hubungi", line)

    assert here.lower() in desk.conversation.value("victim_now").lower()


@pytest.mark.parametrize("text", ["eh gangnya salah pak, gang 4 bukan gang 3", "bukan gang 3 tapi gang 4"])
def test_a_part_of_an_address_is_put_right_and_the_rest_of_it_kept(text: str) -> None:
    desk = told("adik saya 14 th disekap di rumah bu yuni di cakra jalan panca usaha gang 3", "chat aja", text)

    assert desk.conversation.value("victim_now") == "rumah bu yuni di cakra jalan panca usaha gang 4"


def test_a_spot_that_stood_in_a_place_is_put_right_with_it() -> None:
    desk = told("tolong sy disekap di kamboja", "gedung b lantai 5 poipet", "eh salah gedung c bukan gedung b")

    assert desk.conversation.value("victim_now") == "gedung c lantai 5 poipet, Kamboja"
    assert "gedung b" not in desk.conversation.value("victim_spot")


def test_a_place_named_twice_in_a_row_is_put_right_once() -> None:
    desk = told("anak sy 15 thn dibawa ke denpasar kerja jaga anak", "eh bukan denpasar pak, kuta. kuta bali")

    assert "kuta bali" in desk.conversation.value("destination").lower()
