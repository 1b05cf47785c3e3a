"""A name that was told is asked of as one: "Nama Siti boleh saya tulis di laporan?"."""

import pytest

from flows.questions import ANONYMOUS
from flows.said import Said
from tests.flows.pretend_desk import told

_LINES = (
    *("lapor", "ya aman", "adik sy Rina 20 th dibawa ke batam sm pak Agus, kerja di karaoke, nama sy Siti"),
    *("0812 3456 7890", "kemarin", "ga ada", "gak tau", "ga tau", "ga ada", "chat aja", "kapan aja"),
)


def test_the_question_holds_the_name_that_was_told() -> None:
    desk = told(*_LINES)

    assert desk.conversation.shown is not None
    assert desk.conversation.shown.prompt == ANONYMOUS.id
    assert "Nama Siti boleh" in desk.hear(Said(text="hmm")).replies[-1].text


@pytest.mark.parametrize(
    ("text", "choice"),
    [
        ("boleh", "name"),
        ("iya boleh kak", "name"),
        ("gpp tulis aja", "name"),
        ("silakan", "name"),
        ("boleh, asal jgn sampe pak agus tau", "name"),
        ("ya ditulis aja gapapa", "name"),
        ("pakai nama", "name"),
        ("jangan", "hide"),
        ("ya jangan", "hide"),
        ("ndak usah kak", "hide"),
        ("jangan ditulis", "hide"),
        ("lebih baik tanpa nama", "hide"),
        ("buat apa?", ""),
        ("dia masih disana", ""),
        ("chat aja jgn nelpon", ""),
        ("jangan telepon ya ini hp bibi", ""),
        ("jangan telpon", ""),
        ("boleh di wa aja", ""),
    ],
)
def test_a_plain_yes_or_no_answers_it(text: str, choice: str) -> None:
    assert told(*_LINES, text).conversation.value(ANONYMOUS.id) == choice
