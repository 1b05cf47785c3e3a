"""What is advised in danger: once, fitting who is in it and where, and no 110 to whoever it does not help."""

import pytest

from flows.events import OfficerCalled
from flows.labels import Language
from flows.said import Said
from flows.texts import catalogue, say
from tests.flows.pretend_desk import PretendDesk, told

ID = Language.INDONESIAN
_TO_THE_END = ("cukup", "chat aja", "tanpa nama", "kirim", "ya kirim")
_POLICE_THERE = ("polisi setempat", "local police")


def hear(desk: PretendDesk, text: str) -> str:
    return "\n".join(reply.text for reply in desk.hear(Said(text=text)).replies)


@pytest.mark.parametrize("language", Language)
def test_nobody_abroad_is_sent_to_the_police_there(language: Language) -> None:
    assert [key for key, text in catalogue(language).items() if any(one in text for one in _POLICE_THERE)] == []


@pytest.mark.parametrize(
    ("story", "key"),
    [
        ("adik sy disekap di myawaddy, dipukul tiap hari", "again.other_abroad"),
        ("sy disekap majikan di riyadh, dipukul", "again.self_abroad"),
        ("sy dikurung mandor di kebun sawit ketapang, dipukuli", "again.self_held"),
        ("murid saya mau dibawa ke batam besok, umurnya 14", "again.other"),
        ("suami sy abk kapal ikan di laut arafura disiksa kapten, 5 bulan ga digaji", "again.sea"),
    ],
)
def test_news_of_danger_after_filing_gets_what_fits(story: str, key: str) -> None:
    desk = PretendDesk()
    for line in (story, *_TO_THE_END):
        if line == story or desk.conversation.flow:
            hear(desk, line)

    first, second = hear(desk, "tolong dia dipukuli lagi sekarang"), hear(desk, "gawat dia dipukuli terus, berdarah")

    assert say(key, ID) in first
    assert say(key, ID) not in second


def test_a_deletion_leaves_nothing_of_where_it_was() -> None:
    desk = PretendDesk()
    for line in ("adik sy disekap di myawaddy, dipukul", *_TO_THE_END, "hapus", "ya hapus"):
        hear(desk, line)

    assert not desk.conversation.answers


def test_advice_comes_once_and_then_in_short_words_that_differ() -> None:
    desk = PretendDesk()
    lines = ("teman sy disekap di poipet", "dia dipukul", "dia disetrum bosnya", "hpnya disita, dia diancam dibunuh")
    heard = [hear(desk, line) for line in lines]

    assert ["KBRI" in one for one in heard] == [True, False, False, False]
    assert len({one.split("\n")[0] for one in heard}) > 2


def test_new_advice_comes_where_the_place_turns_out_to_be_abroad() -> None:
    desk = PretendDesk()
    heard = [hear(desk, line) for line in ("adik sy disekap, dipukuli", "dia disekap di johor malaysia, berdarah")]

    assert "KBRI" not in heard[0]
    assert "KBRI" in heard[1]


@pytest.mark.parametrize(
    "refusal",
    ["kok 110 pak, dia di laut", "110 ga nyambung dr sini", "kenapa 110 bu? suami saya kan di kapal"],
)
def test_who_has_no_use_for_110_hears_no_more_of_it(refusal: str) -> None:
    desk = PretendDesk()
    hear(desk, "suami sy dipukul di kapal ikan, ga digaji")
    answered, after = hear(desk, refusal), hear(desk, "tolong dia dipukul lagi sampai berdarah")

    assert "petugas membaca yang Anda tulis" in answered
    assert "110" not in after


def test_who_cannot_call_110_is_told_that_writing_is_enough() -> None:
    desk = PretendDesk()
    hear(desk, "hello pls help, my employer in kuwait beats me and locks the door")
    answered, after = hear(desk, "i cant call 110 here"), hear(desk, "she beats me again")

    assert "officers read what you write here" in answered
    assert "110" not in after


@pytest.mark.parametrize(
    ("despair", "again"),
    [
        ("aku takut bgt. pengen ilang aja rasanya min", "aku bilang pengen ilang aja"),
        ("kalo kesebar aku gamau hidup lagi", "kok cm gitu doang. petugasnya ada ga sih aku pengen mati aja"),
        ("rasanya aku mau mati aja kak", "aku gamau hidup lagi"),
    ],
)
def test_who_despairs_in_an_alarm_is_not_answered_with_a_form(despair: str, again: str) -> None:
    desk = PretendDesk()
    hear(desk, "aku diancam, foto casting yg ga pake baju mau disebar kalo aku ga ke jakarta selasa ini")

    first = desk.hear(Said(text=despair))
    second = desk.hear(Said(text=again))

    assert first.replies[0].text.startswith("Saya di sini, dan Anda tidak sendiri.")
    assert second.replies[0].text.startswith("Saya membaca ini, dan ini penting.")
    assert all(any(isinstance(event, OfficerCalled) for event in turn.events) for turn in (first, second))


def test_who_despairs_after_filing_is_answered_and_somebody_is_called() -> None:
    desk = told("aku diancam, foto aku mau disebar kalo ga ke jakarta", "aman", *_TO_THE_END)

    taken = desk.hear(Said(text="petugasnya ada ga sih aku pengen mati aja"))

    assert "Anda tidak sendiri" in taken.replies[0].text
    assert any(isinstance(event, OfficerCalled) for event in taken.events)
    assert len(desk.tickets) == 1


def test_who_is_at_home_and_asks_why_110_need_not_call() -> None:
    desk = PretendDesk()
    hear(desk, "aku diancam, foto casting yg ga pake baju mau disebar kalo aku ga ke jakarta selasa ini")

    answered = hear(
        desk, "kok tlp 110 aku di rumah min di praya. jgn smpe polisi dateng kerumah plis mama blm tau apa2"
    )

    assert "Anda tidak harus menelepon" in answered
    assert "polisi terdekat" not in answered


@pytest.mark.parametrize(
    ("story", "key"),
    [
        (("sy besok pagi terbang dari bandara bima jam 7.20 ke lombok trus jakarta",), "danger.self_leaving"),
        (("dia berangkat besok subuh naik kapal lewat batam, paspornya ditahan",), "danger.self"),
        (
            (
                "ponakan sy mau ke brunei",
                "aman",
                "berangkatnya besok, dr pelabuhan lembar kapal jam 4 sore ke surabaya",
            ),
            "danger.other",
        ),
        (("sy dikunci di rumah majikan di riyadh, besok mau dijual ke dammam",), "danger.abroad"),
    ],
)
def test_who_has_not_left_yet_is_sent_to_no_embassy(story: tuple[str, ...], key: str) -> None:
    desk = PretendDesk()
    heard = [hear(desk, line) for line in story]

    assert say(key, ID) in heard[-1]


def test_who_packs_at_home_is_sent_to_no_embassy_later() -> None:
    desk = PretendDesk()
    lines = ("sy besok pagi terbang dari bandara bima ke jakarta", "trus ke Qatar", "tolong sy takut, sy dipaksa ikut")

    assert "KBRI" not in "".join(hear(desk, line) for line in lines)
