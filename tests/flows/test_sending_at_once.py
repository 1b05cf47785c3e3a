"""Who types "kirim" to a question that came up behind the summary has sent it."""

from flows.said import Said
from tests.flows.pretend_desk import PretendDesk

_TOLD = (
    *("adik sy di kapal ikan china disiksa kapten, kapal mau jalan senin", "aman", "Rudi 22", "pak Dedi PT Samudra"),
    *("0812345678901", "di pelabuhan benoa", "ga tau", "boleh chat", "tanpa nama"),
    "jgn telp ya pas jam kerja bos galak",
)


def test_one_word_sends_what_was_shown() -> None:
    desk = PretendDesk()
    for line in _TOLD:
        desk.hear(Said(text=line))
    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == "contact_wording"

    desk.hear(Said(text="kirim"))

    assert desk.conversation.flow != "report"
    assert len(desk.tickets) == 1


def test_nothing_is_sent_before_it_was_shown() -> None:
    desk = PretendDesk()
    for line in ("adik sy mau dibawa ke saudi bulan depan sama bu Tin", "aman", "Rudi 22", "kirim"):
        desk.hear(Said(text=line))

    assert desk.conversation.flow == "report"
    assert not desk.tickets
