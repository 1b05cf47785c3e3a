"""English verbs behind a title: "madam beat me" names nobody, "madam siti" and "Mr Beat" do."""

import pytest

from flows.understanding import understand
from tests.understanding.score import TODAY


@pytest.mark.parametrize(
    "text",
    [
        "madam beat me",
        "madam beats me everyday",
        "MADAM BEAT ME",
        "boss madam hold my passport",
        "madam shout every day",
        "madam come now",
        "madam sleep now, i hide",
        "madam slapped my face",
        "madam throwing hot water",
        "madam always angry",
        "mr took my phone",
        "mrs locked door from outside",
    ],
)
def test_what_somebody_does_in_english_is_no_name(text: str) -> None:
    assert "recruiter" not in understand(text, today=TODAY).found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("my agent is madam rose", "Madam Rose"),
        ("yang bawa madam siti", "Madam Siti"),
        ("Mr Beat took me to Dubai", "Mr Beat"),
        ("recruiter is mrs grace", "Mrs Grace"),
        ("the agent mr chan hit me", "Mr Chan"),
        ("yg ngajak madam lina beat me", "Madam Lina"),
        ("Madam Lim brought me here", "Madam Lim"),
    ],
)
def test_a_name_behind_a_title_stays_one(text: str, name: str) -> None:
    assert understand(text, today=TODAY).found["recruiter"].value == name
