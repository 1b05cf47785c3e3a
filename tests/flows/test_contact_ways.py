"""More of how writers wish to be reached: who is ready, who leaves the way to us, who begs for few messages."""

import pytest

from flows.contact_wishes import contact_wish


@pytest.mark.parametrize(
    ("text", "way", "when"),
    [
        ("Siap dihubungi per telepon 24 jam", "phone", "24 jam"),
        ("siap ditelp kapan aja pak", "phone", "kapan aja pak"),
        ("bersedia dihubungi lewat wa", "chat", ""),
        ("tlp ke nomer ini abis magrib bisa, yg punya baik", "phone", "abis magrib bisa"),
        ("hubungi di no ini jam 8 mlm bisa pak", "chat", "jam 8 mlm bisa pak"),
        ("Kontaknya wa ya, jangan telp aku di kantor", "chat", ""),
        ("komunikasinya chat aja", "chat", ""),
        ("wa ya pak", "chat", ""),
        ("sy cm bs wa pak jgn telp, dia duduk dblkg sy", "chat", ""),
        ("JGN telpon jgn kirim suara. ketik sj", "chat", ""),
        ("sy baca balasan bapak hari minggu saja. telpon tdk bisa", "chat", ""),
        ("cuma bisa wa sebulan sekali", "", ""),
        ("hp cm jam 2 mlm", "", "cm jam 2 mlm"),
        ("hp adik cuma nyala malam", "", ""),
        ("chat ya kak jgn telp", "chat", ""),
        ("tulung telpon tiang malem ni", "phone", "malem ni"),
        ("mau telepon mau wa silakan", "phone", ""),
        ("mau di telp mau di chat terserah bapak", "phone", ""),
        ("telp atau wa sama aja", "phone", ""),
        ("monggo ditelpon", "phone", ""),
        ("calonya siap ditelpon kapan aja katanya", "", ""),
        ("dia siap dihubungi calo", "", ""),
        ("telpon ke rumah abis magrib bisa katanya", "", ""),
        ("telp ke nomor ini masuk terus suara cewek", "", ""),
        ("kontaknya wa dia 081238455610", "", ""),
        ("kontaknya wa mati", "", ""),
        ("dia mau telp mau wa bebas", "", ""),
        ("mau telp atau wa bisa ya?", "", ""),
        ("yang ngurus wa nya 0859 3324 7781", "", ""),
        ("WA dia 0812-3817-7045", "", ""),
    ],
)
def test_the_way_is_read_however_it_is_left_to_us(text: str, way: str, when: str) -> None:
    wish = contact_wish(text)

    assert (wish.way, wish.when) == (way, when)


@pytest.mark.parametrize(
    ("text", "is_held_back"),
    [
        ("jgn bales banyak2 tolong", True),
        ("jgn kirim pesan panjang2 ya", True),
        ("jgn sering telp ya", True),
        ("jangan terlalu banyak wa ya", True),
        ("jgn telpon banyak orang disini", False),
        ("jgn telp ya", False),
        ("jgn hubungi saya", False),
        ("dia sering telp malam", False),
    ],
)
def test_who_begs_for_few_messages_refuses_none(text: str, *, is_held_back: bool) -> None:
    wish = contact_wish(text)

    assert (wish.when == text) is is_held_back
    assert not (is_held_back and (wish.way == "no" or wish.spared))


@pytest.mark.parametrize("text", ["telp ke no ini jam 8 mlm", "hamdan no nya 0812 3845 5610 kabari jg dia pak"])
def test_the_no_of_a_number_refuses_nothing(text: str) -> None:
    wish = contact_wish(text)

    assert not wish.spared
    assert wish.way != "no"
    assert not wish.when.startswith(("telp", "hamdan"))


@pytest.mark.parametrize("text", ["no calls please", "no visits please", "dont come to my house"])
def test_the_english_no_still_refuses(text: str) -> None:
    wish = contact_wish(text)

    assert wish.way == "no" or wish.when == text


@pytest.mark.parametrize(
    "text",
    [
        "saya cuma bisa di wa, sinyal telpon jelek di kampung",
        "sy cm bs lwt chat, sinyal tlp jelek",
        "bisanya lewat wa",
        "kami hanya bisa lewat whatsapp, telpon ga masuk",
        "aku hanya bisa chat di sini",
        "sinyal telpon jelek disini, cuma bisa wa",
    ],
)
def test_the_only_way_that_works_is_the_one_wished_for(text: str) -> None:
    assert contact_wish(text).way == "chat"


@pytest.mark.parametrize(
    "text",
    ["dia cuma bisa wa", "saya cuma bisa wa sebulan sekali", "cuma bisa chat dia", "sinyal telpon jelek disini",
     "saya cuma bisa wa ibu saya", "ibu cuma bisa wa"],
)  # fmt: skip
def test_a_bad_line_and_how_a_victim_writes_are_no_wish(text: str) -> None:
    assert not contact_wish(text).way
