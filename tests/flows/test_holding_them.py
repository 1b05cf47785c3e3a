"""Who wants to storm them alone is told not to, who is unsure may tell; a wish to delete waits for a question."""

import pytest

from flows.events import TracesDeleted
from flows.labels import Language
from flows.said import Said
from flows.texts import say
from flows.understanding import phones
from tests.flows.pretend_desk import PretendDesk

_TOLD = "ada 8 perempuan dikumpulkan di rumah H. Mansur di praya, besok dibawa ke malaysia"
_SENT = ("cukup", "jangan hubungi", "tanpa nama", "sudah benar", "ya kirim")


def _answer(desk: PretendDesk, text: str) -> str:
    return "\n".join(reply.text for reply in desk.hear(Said(text=text)).replies)


@pytest.mark.parametrize(
    "asked",
    [
        "apa boleh kami sama linmas cegat mobilnya dulu supaya tdk kabur?",
        "boleh ndak kami dobrak aja rumahnya rame2?",
        "boleh saya tahan mobilnya?",
        "bolehkah kami hadang busnya di pelabuhan pak?",
        "gimana klo pemuda sini grebek aja rumahnya",
        "should we stop the car ourselves?",
    ],
)
def test_nobody_is_told_to_stop_or_storm_them(asked: str) -> None:
    desk = PretendDesk()
    desk.hear(Said(text=_TOLD))

    said = _answer(desk, asked)

    assert any(say("worry_stop_them", language) in said for language in Language)


@pytest.mark.parametrize(
    ("told", "is_a_mob"),
    [
        ("warga sudah kumpul mau ke rumah orang tua bu ros, mau dibakar rumahnya. saya bilang apa?", True),
        ("warga mau hakimi calonya gimana pak", True),
        ("keluarga saya diancam mau dibakar rumahnya", False),
        ("bos mau bakar rumah sy", False),
    ],
)
def test_who_tells_of_a_mob_hears_to_hold_people_back(told: str, is_a_mob: bool) -> None:  # noqa: FBT001
    desk = PretendDesk()
    desk.hear(Said(text=_TOLD))

    assert (say("worry_mob", Language.INDONESIAN) in _answer(desk, told)) == is_a_mob


@pytest.mark.parametrize(
    "asked",
    ["boleh saya kabur ke rumah bu ros ga?", "mobilnya bisa dicegat polisi ga pak", "paspornya masih ditahan bos"],
)
def test_whoever_flees_or_asks_the_police_is_not_warned_of_storming(asked: str) -> None:
    desk = PretendDesk()
    desk.hear(Said(text=_TOLD))

    assert say("worry_stop_them", Language.INDONESIAN) not in _answer(desk, asked)


@pytest.mark.parametrize(
    "asked",
    [
        "ini termasuk perdagangan orang ndak ya",
        "ini emang tppo ya? kan dia dikasih kerja",
        "tp sy ndak yakin jg, takut nya fitnah",
        "nanti dikira menuduh sy",
    ],
)
def test_whoever_is_unsure_hears_that_officers_judge(asked: str) -> None:
    desk = PretendDesk()
    desk.hear(Said(text="ada anak perempuan umur 15 kerja di kafe dekat rumah sy di sumbawa besar"))

    assert say("worry_unsure", Language.INDONESIAN) in _answer(desk, asked)


@pytest.mark.parametrize("asked", ["ini hotline tppo kan?", "bisa lapor perdagangan orang di sini?"])
def test_whoever_asks_whether_this_is_the_line_hears_that_it_is(asked: str) -> None:
    assert say("worry_unsure", Language.INDONESIAN) not in _answer(PretendDesk(), asked)


@pytest.mark.parametrize(
    "asked", ["trus yg udh dikirim siapa yg liat? nama sy ada ndak", "siapa aja yg bisa baca ini?"]
)
def test_a_wish_to_delete_waits_while_something_is_asked(asked: str) -> None:
    desk = PretendDesk()
    for text in ("temen sy dibawa ke batam sama bos rudi kerja di kafe", *_SENT, "hapus chat"):
        desk.hear(Said(text=text))
    desk.hear(Said(text=asked))

    assert desk.conversation.shown is not None
    assert any(isinstance(event, TracesDeleted) for event in desk.hear(Said(text="1")).events)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("3. HP 081907440112\n4. Rek BRI 3512", ["+6281907440112"]),
        ("hp 0819 0744 0112\n2. kantor di praya", ["+6281907440112"]),
        ("0819\n0744\n0112", ["+6281907440112"]),
    ],
)
def test_a_whole_number_ends_with_its_line(text: str, numbers: list[str]) -> None:
    assert [phone.number for phone in phones.find_phones(text)] == numbers
