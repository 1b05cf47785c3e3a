"""From whom a report is kept, and who must not be rung, stands for officers; the writer is refused nothing by it."""

import pytest

from flows.contact_wishes import contact_wish
from flows.draft import draft_of
from flows.name_wishes import name_wish
from flows.said import Said
from tests.flows.pretend_desk import told

_ASKED_FOR_LEAVE = (
    "dua murid saya mau dibawa kerja ke batam besok, mrk masih sekolah",
    "di rumahnya di montong gamang",
)


@pytest.mark.parametrize(
    ("text", "silence"),
    [
        ("tp buat petugas aja jgn ke kades jgn ke ortunya", "buat petugas aja jgn ke kades jgn ke ortunya"),
        ("jgn ke kades ya pak", "jgn ke kades ya pak"),
        ("jangan sama pak wir", "jangan sama pak wir"),
        ("petugas boleh tau nama sy asal pak wir jgn", "asal pak wir jgn"),
        ("buat petugas aja, ibu jgn", "ibu jgn"),
        ("nama saya jgn sampai ketahuan orang kampung", "nama saya jgn sampai ketahuan orang kampung"),
        ("jgn sampe warga tau", "jgn sampe warga tau"),
        ("dia bilang jgn ke kades", ""),
        ("jgn ke malaysia dulu kata ibu", ""),
        ("jgn ke sana", ""),
        ("jgn ke polisi dulu, takut", ""),
        ("jgn ke orang itu lagi", ""),
        ("jgn ke rumah", ""),
        ("kades jangan ditanya dulu", ""),
    ],
)  # fmt: skip
def test_who_must_not_know_is_heard_in_many_orders(text: str, silence: str) -> None:
    assert contact_wish(text).silence == silence


@pytest.mark.parametrize(
    ("text", "spared"),
    [
        ("tlp anak tiang jgn ya, hp nya dipegang mandor", "tlp anak tiang jgn ya; hp nya dipegang mandor"),
        ("wa dia jangan, hpnya dicek", "wa dia jangan; hpnya dicek"),
        ("hub istri sy jgn dulu", "hub istri sy jgn dulu"),
        ("jangan telpon anak saya ya, nanti ketauan", "jangan telpon anak saya ya"),
        ("disini aja jgn telpon takut ketauan mama", ""),
        ("telp saya jangan", ""),
        ("wa sy jgn", ""),
        ("anak saya jangan sampai berangkat", ""),
        ("dia telp anak saya, jangan sampai hilang", ""),
    ],
)
def test_whose_phone_is_spared_is_heard_in_many_orders(text: str, spared: str) -> None:
    assert contact_wish(text).spared == spared


@pytest.mark.parametrize(
    ("line", "key", "told_so"),
    [
        ("tlp anak tiang jgn ya, hp nya dipegang mandor", "not_to_call", "tlp anak tiang jgn ya; hp nya dipegang"),
        ("jgn ke kades jgn ke orang tuanya", "when", "jgn ke kades jgn ke orang tuanya"),
        ("ini beneran polisi ya? nama saya jgn sampai ketahuan orang kampung", "when",
         "nama saya jgn sampai ketahuan orang kampung"),
    ],
)  # fmt: skip
def test_asked_for_leave_the_writer_refuses_none_by_it(line: str, key: str, told_so: str) -> None:
    desk = told(*_ASKED_FOR_LEAVE, line)
    draft = draft_of(desk.conversation, desk.facts(Said()))
    caution = draft.reporter["when"] if key == "when" else draft.facts[key].value

    assert told_so in caution
    assert desk.conversation.value("contact") == ""
    assert desk.conversation.value("anonymous") == ""


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("nama saya nurhayati, tp buat petugas aja", "name"),
        ("nama sy siti, cuma petugas aja yg boleh tau", "name"),
        ("my name is claire, for officers only", "name"),
        ("nama sy jgn sampe ketauan pak wir ya pak tolong", ""),
        ("nama saya jgn sampai ketahuan orang kampung", ""),
        ("nama sy jgn sampai pak wir tau", ""),
        ("namaku jgn sampe ketauan majikan", ""),
        ("nama saya jangan sampai siapa2 tau", "hide"),
        ("nama saya jgn ditulis, buat petugas aja", "hide"),
        ("nama saya jangan disebut ke pak wir", "hide"),
        ("nama saya rahasia, jgn sampai suami tau", "hide"),
        ("laporan ini buat petugas aja ya, rahasia", "hide"),
    ],
)
def test_a_name_kept_from_one_is_not_kept_from_officers(text: str, wish: str) -> None:
    assert name_wish(text) == wish


def test_a_name_told_for_officers_only_is_asked_of_no_more() -> None:
    desk = told(
        *_ASKED_FOR_LEAVE, "chat aja", "nama saya nurhayati, tp buat petugas aja ya jgn ke kades jgn ke orang tuanya"
    )
    reporter = draft_of(desk.conversation, desk.facts(Said())).reporter

    assert desk.conversation.value("anonymous") == "name"
    assert reporter["name"] == "Nurhayati"
    assert "jgn ke kades jgn ke orang tuanya" in reporter["when"]


def test_a_name_given_with_leave_is_not_asked_for_whatever_is_told_behind() -> None:
    desk = told(*_ASKED_FOR_LEAVE, "chat aja", "pake nama gpp rizal, tp jgn smpe dedi tau. dia tau rumah sy")

    assert desk.conversation.value("reporter_name") == "Rizal"
    assert desk.conversation.shown
    assert desk.conversation.shown.prompt != "reporter_name"
