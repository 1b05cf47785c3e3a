"""A part of an address is put right or told more of, and the rest of it stands."""

import pytest

from flows import questions as q
from flows.adding import completed
from flows.addresses_put_right import line_of_an_address, with_parts
from flows.conversation import Answer, Origin
from tests.flows.pretend_desk import told

_LANE = "jl garuda gang 3 no 7 sumbawa besar"
_HAMLET = "Dusun Bile Lauq RT 03, rumah cat hijau"


def _now(*lines: str) -> str:
    return told("adik sy disekap, ga boleh keluar", *lines).conversation.value("victim_now")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("salah alamat bukan gang 3 tp gang 5", "jl garuda gang 5 no 7 sumbawa besar"),
        ("eh gang 5 pak", "jl garuda gang 5 no 7 sumbawa besar"),
        ("ralat no 9 bukan 7", "jl garuda gang 3 no 9 sumbawa besar"),
        ("salah, jl rajawali bukan garuda", "jl rajawali gang 3 no 7 sumbawa besar"),
        ("maaf pak salah, nomernya no 17", "jl garuda gang 3 no 17 sumbawa besar"),
        ("alamat tambah kelurahan Brang Bara", f"{_LANE}, kelurahan Brang Bara"),
        ("kurang lengkap td, desa Lape kec Lape", f"{_LANE}, desa Lape, kec Lape"),
        ("2. tambahin alamatnya desa Montong\n3. umurnya 19", f"{_LANE}, desa Montong"),
        ("alamatnya salah, yg bener dusun Dasan Baru desa Lape", "dusun Dasan Baru, desa Lape"),
    ],
)
def test_a_part_of_an_address_is_put_right_alone(line: str, place: str) -> None:
    assert _now(f"di {_LANE}", line) == place


@pytest.mark.parametrize(
    "line",
    [
        "salah, calonya di gang 5",
        "dia asalnya bukan desa lape tp desa utan",
        "tambah lagi no hp nya 081907440112",
        "ralat, kantor PTnya di jl melati no 5",
        "gang 5 itu jauh ga pak?",
    ],
)
def test_another_address_leaves_the_victims_alone(line: str) -> None:
    assert _now(f"di {_LANE}", line) == _LANE


@pytest.mark.parametrize(
    ("old", "line", "place"),
    [
        (_HAMLET, "salah RT nya, RT 05", "Dusun Bile Lauq RT 05, rumah cat hijau"),
        (_HAMLET, "tambah Desa Montong Wareng Kec Janapria", f"{_HAMLET}, Desa Montong Wareng, Kec Janapria"),
        ("Mataram", "salah alamat bukan gang 3 tp gang 5", "Mataram, gang 5"),
    ],
)  # fmt: skip
def test_what_is_told_after_filing_changes_its_part(old: str, line: str, place: str) -> None:
    later = Answer("gang 5", Origin.CORRECTED, line_of_an_address(line))

    facts = completed({"victim_now": Answer(old)}, {"victim_now": later})

    assert (facts["victim_now"].value, facts["victim_now"].was) == (place, old)


def test_a_line_without_an_address_changes_no_place() -> None:
    assert not line_of_an_address("salah, berangkatnya jumat")
    assert not with_parts("Mataram", "salah, dia di Praya")


_KOS = "adik saya dikurung bosnya di kos gang 3 dekat pasar Cakra"


def _place(*lines: str) -> str:
    told_now = told(_KOS, *lines).conversation
    return f"{told_now.value(q.VICTIM_NOW.id)} {told_now.value(q.VICTIM_SPOT.id)}"


@pytest.mark.parametrize(
    "line", ["salah alamat bukan gang 3 tp gang 5", "eh gang 5 bukan gang 3", "ralat, gang 5 maksudnya"]
)
def test_the_lane_alone_is_put_right(line: str) -> None:
    place = _place(line)

    assert "gang 5" in place
    assert "gang 3" not in place
    assert "Cakra" in place


@pytest.mark.parametrize("line", ["alamat tambah desa Karang Bate", "tambahan alamat: lingkungan Karang Bate"])
def test_what_is_added_leaves_the_rest(line: str) -> None:
    place = _place(line)

    assert "Karang Bate" in place
    assert "gang 3" in place


@pytest.mark.parametrize("line", ["perekrutnya bukan orang desa Lape", "kantornya di gang 7", "sy asal desa Sengkol"])
def test_the_places_of_others_change_nothing(line: str) -> None:
    assert "gang 3" in _place(line)
