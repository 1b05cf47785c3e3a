"""A number told after filing reaches the ticket, also in a plea to be called."""

from tests.flows.pretend_desk import told

_HELD = (
    *("bang tolong sy", "sy di sekap di myanmar", "myawadi hengfa park gedung b2 lt 4", "chat aja jgn telp"),
    *("edo prasetya", "ga tau", "ga perlu", "tanpa nama", "kirim"),
)


def test_whom_to_call_instead_stands_on_the_ticket() -> None:
    desk = told(*_HELD, "klo mau telp kakak sy hasan 087865112233 aja jgn hp ini")

    (ticket,) = desk.tickets.values()
    assert ticket.draft.facts["other_phone"].value == "+6287865112233 (kakak saya hasan, boleh dihubungi)"
    assert "recruiter_phone" not in ticket.draft.facts or not ticket.draft.facts["recruiter_phone"].value
    assert ticket.draft.reporter["contact"] == "chat"


def test_who_wants_to_be_called_now_gives_the_number() -> None:
    desk = told(*_HELD, "telepon saya sekarang pak 0819 3344 5566")

    (ticket,) = desk.tickets.values()
    assert ticket.draft.reporter["phone"] == "+6281933445566"
