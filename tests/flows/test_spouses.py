"""Who has a wife is a man, and who was named beside the writer is another than the writer."""

import pytest

from tests.flows.pretend_desk import told

_MYSELF = "saya di kamboja dipaksa nipu online, paspor saya ditahan"


@pytest.mark.parametrize(
    ("line", "sex"),
    [
        ("takut mati sy bos, istri di rumah taunya sy kerja proyek", "laki-laki"),
        ("bini sy lagi hamil 7 bulan", "laki-laki"),
        ("istriku nangis terus", "laki-laki"),
        ("suami saya di lombok ga tau apa2", "perempuan"),
        ("istri majikan mukul saya tiap hari", ""),
        ("katanya mau jadi istri orang kaya", ""),
        ("istri bos yg pegang kunci", ""),
    ],
)
def test_a_spouse_of_ones_own_tells_the_writers_sex(line: str, sex: str) -> None:
    assert told(_MYSELF, line).conversation.value("victim_sex") == sex


@pytest.mark.parametrize(
    ("story", "line", "name", "age"),
    [
        ("saya di myanmar dipaksa nipu sama bayu", "bayu umur 21 plampang kakinya", "", ""),
        ("saya disekap di kamboja bareng temen, si dika sama agus", "dika 22 tahun dr praya", "", ""),
        ("saya di myanmar disekap", "Yogi Pratama 26 th laki laki", "Yogi Pratama", "26"),
        ("saya disekap di kamboja", "nama saya Bayu umur 21", "Bayu", "21"),
    ],
)
def test_who_was_named_beside_the_writer_has_an_age_of_their_own(story: str, line: str, name: str, age: str) -> None:
    conversation = told(story, line).conversation

    assert conversation.value("reporter_name") == name
    assert conversation.value("victim_age") == age
