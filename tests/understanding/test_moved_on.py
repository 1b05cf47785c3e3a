"""Where somebody is who was brought from place to place."""

from datetime import datetime

import pytest

from flows.understanding import understand

NOW = datetime(2026, 11, 21, 9, 0)  # noqa: DTZ001 - a Saturday morning on the citizen's wall clock


def facts(text: str) -> dict[str, str]:
    return {key: found.value for key, found in understand(text, today=NOW).found.items()}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("pas di istanbul diserahin ke agen lain trus dibawa ke damaskus", "Damaskus, Suriah"),
        ("istri saya dijanji kerja spa di turki ternyata dibuang ke erbil irak", "Erbil, Irak"),
        ("katanya di kalimantan tapi ternyata bukan kalimantan dia dibawanya ke tawau malaysia", "Tawau, Malaysia"),
        ("awalnya di jakarta, terus dipindah ke batam", "Batam"),
        ("awalnya di medan trus dilempar ke penang", "Penang, Malaysia"),
        ("udah dipindahin ke poipet", "Poipet, Kamboja"),
        ("dijanji ke turki malah dikirim ke irak", "Irak"),
        ("sampai di dubai dijual ke majikan di riyadh", "Riyadh, Arab Saudi"),
        (
            "she was offered a job in Kuala Lumpur but they took her to a massage place in Johor Bahru",
            "Johor, Malaysia",
        ),
        ("sekarang di poipet, dulu dipindahin ke bavet", "Poipet, Kamboja"),
    ],
)
def test_somebody_is_at_the_last_place_to_which_they_were_brought(text: str, place: str) -> None:
    assert facts(text)["victim_now"] == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("mau dipindah ke poipet", None),
        ("katanya mau dibuang ke erbil", None),
        ("takut dijual ke kamboja", None),
        ("anak saya dibawa ke malaysia sama calo", None),
        ("dia di jakarta, besok dibawa ke dubai", "Jakarta"),
        ("tadinya kerja di bali trus katanya mau dipindah ke papua", "Bali"),
        ("katanya mau dijemput tanggal 25 terus dibawa ke surabaya", None),
        ("paspornya ternyata dikirim ke jakarta", None),
        ("kalau lari nanti dioper ke myawaddy", None),
    ],
)
def test_nobody_is_where_they_are_only_to_be_brought(text: str, place: str | None) -> None:
    assert facts(text).get("victim_now") == place


def test_where_somebody_only_waited_is_on_the_way() -> None:
    found = facts("pas di istanbul diserahin ke agen lain trus dibawa ke damaskus")

    assert (found["transit"], found["destination"]) == ("Istanbul, Turki", "Damaskus, Suriah")


@pytest.mark.parametrize(
    "text",
    [
        "bukan di cina, kapalnya punya cina",
        "kapal milik korea",
        "kapalnya punya orang taiwan",
        "pabriknya milik jepang",
    ],
)
def test_whose_a_ship_is_tells_no_place(text: str) -> None:
    assert {"destination", "victim_now"}.isdisjoint(facts(text))


@pytest.mark.parametrize(
    ("text", "goal"),
    [
        ("mau dikirim ke arab, tujuannya dubai", "Dubai, Uni Emirat Arab"),
        ("katanya tujuan hongkong lewat malaysia", "Hongkong"),
        ("punya saudara di malaysia, mau ke brunei", "Brunei Darussalam"),
        ("kerja di tambang emas kalteng daerah katingan", "Katingan, Kalimantan Tengah"),
    ],
)
def test_the_goal_is_what_is_called_so_and_is_called_as_people_call_it(text: str, goal: str) -> None:
    assert facts(text)["destination"] == goal


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("the younger brother of my cook was taken to laos, golden triangle", "Segitiga Emas, Laos"),
        ("my sister was taken to cambodia", "Kamboja"),
        ("my cousin has been sent to Saudi Arabia to work", "Arab Saudi"),
        ("my daughter got taken to Malaysia", "Malaysia"),
        ("my niece was sold to a man in china", "Tiongkok"),
        ("two girls from our village were trafficked to Myanmar", "Myanmar"),
        ("my brother was taken to Laos three months ago", "Laos"),
        ("she was brought to Jakarta and then flown to Dubai", "Dubai, Uni Emirat Arab"),
    ],
)
def test_who_was_taken_somewhere_in_english_is_there(text: str, place: str) -> None:
    assert facts(text).get("victim_now") == place


@pytest.mark.parametrize(
    "text",
    [
        "he will be taken to laos",
        "they want to take her to laos",
        "she is going to be taken to laos next week",
        "she was going to be taken to laos",
        "she was supposed to be sent to japan",
        "she was almost sold to laos",
        "she was taken to laos last year and came back",
        "she was sent to Dubai in 2020. She escaped and is hiding",
        "his passport was sent to Jakarta",
        "money was sent to Dubai",
        "she has not been sent to dubai yet",
    ],
)
def test_who_is_to_be_taken_in_english_or_came_back_is_not_there(text: str) -> None:
    assert "victim_now" not in facts(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("dipindah gedung c lt 2", "gedung c lt 2"),
        ("skrg dipindah ke gedung c lantai 2", "gedung c lantai 2"),
        ("kami dipindahin ke blok d lt 3", "blok d lt 3"),
        ("tadi pagi dipindahin ke ruko cat ijo sebelah bank", "ruko cat ijo sebelah bank"),
        ("gedung b lt 5 atap ijo dkt kasino bintang emas", "gedung b lt 5 atap ijo dkt kasino bintang emas"),
        ("ruko 3 lantai cat merah", "ruko 3 lantai cat merah"),
        ("dikurung di rumah pagar putih dekat pasar", "rumah pagar putih dekat pasar"),
        ("nanti malam dipindah ke gedung c", None),
        ("besok mau dipindah ke gedung c", None),
        ("takut dipindah ke gedung c", None),
        ("katanya dipindah ke ruko lain", None),
        ("kalau dipindah ke gedung c gimana", None),
        ("hp dipindah ke gudang", None),
        ("rumah saya cat hijau", None),
        ("mau dibawa ke gedung b", None),
    ],
)
def test_a_house_told_by_its_letter_or_its_colour(text: str, place: str | None) -> None:
    assert facts(text).get("victim_now") == place


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("istri sy dibawa orang ke pontianak udah 6 hari", "Pontianak"),
        ("istri sy udah 6 hari dibawa orang ke pontianak", "Pontianak"),
        ("adik saya dibawa ke bitung, sudah sebulan", "Bitung"),
        ("ponakan saya dikirim ke dubai sejak bulan lalu", "Dubai, Uni Emirat Arab"),
        ("adik saya dijual ke sorong udah lama", "Sorong"),
    ],
)
def test_who_was_brought_days_ago_is_there(text: str, here: str) -> None:
    assert understand(text, today=NOW).found["victim_now"].value == here


@pytest.mark.parametrize(
    "text",
    [
        "istri sy mau dibawa ke pontianak 6 hari lagi",
        "sudah 2 minggu katanya mau dibawa ke batam",
        "dulu dibawa ke malaysia sudah 2 tahun lalu",
        "adik dibawa ke batam sudah 2 hari terus pulang",
        "paspor dibawa ke jakarta sudah 6 hari",
    ],
)
def test_who_is_to_be_brought_or_is_back_is_not_there(text: str) -> None:
    assert "victim_now" not in understand(text, today=NOW).found
