"""What is no name of a firm: that there is none, and a protest against a near name."""

import pytest

from flows import questions as q
from flows.no_firm import says_there_is_no_firm
from tests.flows.pretend_desk import talk, told


@pytest.mark.parametrize(
    "text",
    [
        "ga ada pt nya min. cuma nama sama nomer doang",
        "dia ga bilang pt apa",
        "pt nya blm disebut kak",
        "gak tau pt apa, kenal di fb",
        "tidak pakai PT, perorangan",
        "belum dikasih tau nama pt nya",
        "ndak ada perusahaannya",
        "he never said which company",
    ],
)
def test_no_firm_is_said(text: str) -> None:
    assert says_there_is_no_firm(text)


@pytest.mark.parametrize(
    "text",
    [
        "PT Maju Jaya Abadi",
        "bukan PT Maju tapi PT Jaya",
        "pt nya di jakarta",
        "cv karya bersama",
        "pt itu ga resmi ya?",
    ],
)
def test_a_firm_is_not_denied(text: str) -> None:
    assert not says_there_is_no_firm(text)


def test_no_firm_is_looked_up_where_there_is_none() -> None:
    desk, last = talk(
        "cek 085733902218 namanya rendi", "ga ada pt nya min. cuma nama sama nomer doang. kenal di grup fb"
    )

    assert not desk.conversation.knows(q.CHECK_EXACT.id)
    assert "nama bisa salah tulis" not in last


@pytest.mark.parametrize(
    "text", ["mirip gmn kan sy blg bukan pt itu", "kok dibilang mirip, bukan PT itu", "lho sy bilang bukan itu pt nya"]
)
def test_a_protest_is_no_name_of_a_firm(text: str) -> None:
    lines = (
        "cek PT PUTRA NUSANTARA KARYA SEJAHTERA MANDIRI INTERNASIONAL (CABANG LOMBOK TIMUR) resmi ga",
        "bukan semuanya",
    )
    desk = told(*lines, "lewati", "malaysia", "atas nama orang", "cukup", text)

    assert desk.conversation.value("company") == "PT PUTRA NUSANTARA KARYA SEJAHTERA MANDIRI INTERNASIONAL"
