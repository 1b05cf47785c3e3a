"""Who refuses to be rung, and may be written to, is not rung: the officer reads it beside how to reach them."""

import pytest

from flows.draft import draft_of
from flows.said import Said
from tests.flows.pretend_desk import told

_HELD = ("saya disekap di myawaddy, hp disita tiap malam", "di kk park")
_SENT = (*_HELD, "chat aja", "tanpa nama", "kapan saja", "sudah benar", "ya kirim")


@pytest.mark.parametrize(
    ("lines", "when"),
    [
        (("jgn telpon ya bahaya. chat aja",), "jgn telpon ya bahaya"),
        (("chat aja kak, jangan ditelpon",), "jangan ditelpon"),
        (("jgn tlp ada satpam", "boleh"), "jgn tlp ada satpam"),
        (("wa aja no calls please",), "wa aja no calls please"),
        (("jangan telepon, chat saja",), "jangan telepon"),
        (("jgn telpon",), "jgn telpon"),
        (("chat aja",), ""),
        (("jgn telpon anak saya, chat aja",), ""),
        (("jgn telpon", "eh telpon aja gpp"), ""),
        (("jangan hubungi",), ""),
        (("dia bilang jgn telpon siapa2", "chat aja"), ""),
    ],
)
def test_a_call_that_was_refused_stands_with_how_to_reach_the_writer(lines: tuple[str, ...], when: str) -> None:
    desk = told(*_HELD, *lines)
    reporter = draft_of(desk.conversation, desk.facts(Said())).reporter

    assert [
        part for part in reporter.get("when", "").split("; ") if "tel" in part or "tlp" in part or "call" in part
    ] == ([when] if when else [])


def test_a_call_refused_after_the_report_was_sent_is_read_as_well() -> None:
    desk = told(*_SENT, "jgn telpon ya pak ada yg jaga")
    (ticket,) = desk.tickets.values()

    assert ticket.draft.reporter["contact"] == "chat"
    assert "jgn telpon ya pak ada yg jaga" in ticket.draft.reporter["when"]


@pytest.mark.parametrize(
    ("where", "is_asked"),
    [
        ("di rumah sendiri", False),
        ("sy di rumah pak", False),
        ("kos di mataram", False),
        ("di rumah majikan", True),
        ("rumah agen di batam", True),
        ("kapal", True),
    ],
)
def test_as_whom_to_pose_is_asked_of_who_may_be_watched(where: str, *, is_asked: bool) -> None:
    before = (
        "sy mau lapor, sy ditipu calo dijanjiin kerja ke taiwan sudah bayar 20 juta",
        "aman",
        "saya sendiri umur 26",
    )
    desk, prompts = told(*before, where), []
    for _ in range(14):
        prompts.append(desk.conversation.shown.prompt if desk.conversation.shown else "")
        desk.hear(
            Said(text="boleh wa aja di nmr ini abis jam 4 sore sy kerja" if prompts[-1] == "contact" else "lewati")
        )

    assert "contact" in prompts
    assert ("contact_wording" in prompts) is is_asked
