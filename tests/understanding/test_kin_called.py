"""What kin is called in Sasak, Samawa and Mbojo, and "kk", who may be a sibling, whoever reads it, or a card."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


def told(text: str, key: str) -> str:
    found = understand(text, today=TODAY).found.get(key)
    return found.value if found else ""


@pytest.mark.parametrize(
    ("text", "relation", "sex"),
    [
        ("semamen tiang leq malaysia ndek arak kiriman", "suami", "laki-laki"),
        ("semama tiang leq kalimantan ndek tau uleq", "suami", "laki-laki"),
        ("seninen tiang leq arab ndek tebayah", "istri", "perempuan"),
        ("naken tiang te jual leq batam", "keponakan", ""),
        ("misan tiang te siksa leq arab", "sepupu", ""),
        ("anakn tiang leq arab te siksa", "anak", ""),
        ("arik tiang leq arab te siksa", "adik", ""),
        ("salaki kaku ka lalo ko malaysia nongka pulang", "suami", "laki-laki"),
        ("ompu mada wati pulang di malaysia", "kakek", ""),
        ("mas arik tiang melet lapor", "", ""),
        ("Arik dibawa ke arab", "", ""),
        ("saya Arik dari sape", "", ""),
    ],
)
def test_kin_of_the_islands(text: str, relation: str, sex: str) -> None:
    assert (told(text, "victim_relation"), told(text, "victim_sex")) == (relation, sex)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("kk sy di singapur ga digaji", "kakak"),
        ("kk ku di malaysia disekap bos", "kakak"),
        ("KK SAYA DI KAMBOJA DISIKSA", "kakak"),
        ("kk saya d myanmar ga blh pulang", "kakak"),
        ("tolong kk sy disekap di laos", "kakak"),
        ("kk sy nelpon dari benoa katanya dia dijagain preman", "kakak"),
        ("kk tmnku cewe d dubai skrg", "teman"),
        ("kk temen sy ditipu agen di batam", "teman"),
        ("kk adek sy dibawa ke malaysia", "adik"),
        ("kk sy mau lapor", ""),
        ("kk sy disekap", ""),
        ("kk sy di rumah mau lapor", ""),
        ("kk sy numpang hp satpam. td sy lompat pagar", ""),
        ("kk sy di batam, sy disuruh layanin tamu", ""),
        ("ktp sama kk sy dipegang agen di malaysia", ""),
        ("kk sy ditahan sponsor di kopang", ""),
        ("kk teman sy ditahan sponsor", ""),
        ("paspor, kk teman sy", ""),
    ],
)
def test_a_sibling_called_short_is_no_card_and_nobody_who_reads_it(text: str, relation: str) -> None:
    assert told(text, "victim_relation") == relation
