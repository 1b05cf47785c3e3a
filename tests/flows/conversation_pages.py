"""Draws every flow as a small diagram and a table of its questions, for the page that the Satgasda signs."""

from collections.abc import Mapping

from flows.conversation import Answer, Origin
from flows.labels import Category, Language, Urgency
from flows.question import Question
from flows.questions import FORM_QUESTIONS, QUESTIONS
from flows.showing import option_title
from flows.side import SIDE_QUESTIONS
from flows.texts import has, say
from tests.flows.paths import CHECKS, Path, as_asked, walk

_ID = Language.INDONESIAN
_DANGER = {"urgency": Answer(Urgency.EMERGENCY.value, Origin.READ)}
_PLACE_KNOWN = {
    **_DANGER,
    "what": Answer("story", Origin.VOLUNTEERED),
    "victim_now": Answer("Batam", Origin.VOLUNTEERED),
}
_ENDS = {
    "quiet": "berhenti diam-diam",
    "sent": "laporan terkirim",
    "discarded": "tidak dikirim",
    "asked again": "baris itu ditanyakan lagi",
    "verify": "diteruskan ke petugas untuk dicek",
    "report": "laporan dimulai, yang sudah diceritakan ikut",
    "watch": "nama dipantau",
    "done": "selesai",
    "told": "status dijawab",
    "called": "petugas dipanggil",
}
_OTHERS = {
    "menu": "Menu",
    "status": "Status",
    "human": "Bicara petugas",
    "learn": "Cara kerja aman",
}


def page() -> str:
    """Give the drawn part of docs/conversations.md."""
    parts = [
        _section("Laporan", "report", {}),
        _section("Laporan saat ada bahaya", "report", _DANGER),
        _section("Bahaya, kotanya sudah disebut", "report", _PLACE_KNOWN),
        _forms(),
        *(_section(title, flow, {}) for flow, title in _OTHERS.items()),
        *(_section(f"Cek perekrut: {title}", "check", told) for title, told in CHECKS.items()),
        _side(),
    ]
    return "\n".join(parts)


def _section(title: str, flow: str, told: Mapping[str, Answer]) -> str:
    # "saya dalam bahaya" leads to the other drawing
    paths = [path for path in walk(flow, told) if "danger" not in {step.answer for step in path.steps}]
    edges = _edges(paths)
    lines = [f"### {title}", "", "```mermaid", "flowchart TD", *_diagram(flow, edges), "```", ""]
    rows = _rows(paths)
    if rows:
        lines += [
            "| Pertanyaan | Yang dibaca warga | Pilihan | Boleh dilewati |",
            "| --- | --- | --- | --- |",
            *rows,
            "",
        ]
    return "\n".join(lines)


def _edges(paths: list[Path]) -> dict[tuple[str, str], set[str]]:
    """Give for every pair of questions that follow each other the answers that lead from one to the other."""
    edges: dict[tuple[str, str], set[str]] = {}
    for path in paths:
        names = [*(step.question.id for step in path.steps), f"end_{path.end}".replace(" ", "_")]
        for step, following in zip(path.steps, names[1:], strict=True):
            edges.setdefault((step.question.id, following), set()).add(step.answer)
    return edges


def _diagram(flow: str, edges: dict[tuple[str, str], set[str]]) -> list[str]:
    lines = []
    ends = sorted({to for _, to in edges if to.startswith("end_")})
    for (question, following), answers in edges.items():
        leads_elsewhere = len({to for at, to in edges if at == question}) > 1
        picked = sorted(answers & set(QUESTIONS[question].choices))
        label = f"|{', '.join(picked)}|" if leads_elsewhere and picked else ""
        lines.append(f"  {question} -->{label} {following}")
    lines += [f"  {end}([{_ENDS.get(end[4:].replace('_', ' '), end[4:])}])" for end in ends]
    return lines or [f"  {flow}([{_ENDS['called']}])"]


def _rows(paths: list[Path]) -> list[str]:
    seen: dict[str, str] = {}
    for path in paths:
        for step in path.steps:
            key = as_asked(step)
            seen.setdefault(key, _row(step.question, key))
    return list(seen.values())


def _row(question: Question, key: str) -> str:
    text = say(key, _ID).replace("\n", " ")
    options = ", ".join(option_title(question.id, choice, _ID) for choice in question.choices)
    return f"| `{question.id}` | {text} | {options} | {'tidak' if question.must_choose else 'ya'} |"


def _forms() -> str:
    rows = [f"| {form.value} | {say(f'ask.{question.id}', _ID)} |" for form, question in FORM_QUESTIONS.items()]
    without = ", ".join(sorted(set(Category) - set(FORM_QUESTIONS)))
    lines = ["### Satu pertanyaan lagi untuk tiap bentuk", "", "| Bentuk | Pertanyaan |", "| --- | --- |", *rows, ""]
    return "\n".join([*lines, f"Tanpa pertanyaan tambahan: {without}.", ""])


def _side() -> str:
    rows = [_row(question, f"ask.{question.id}") for question in SIDE_QUESTIONS.values() if has(f"ask.{question.id}")]
    head = ["### Di samping semua percakapan", "", "| Pertanyaan | Yang dibaca warga | Pilihan | Boleh dilewati |"]
    return "\n".join([*head, "| --- | --- | --- | --- |", *rows, ""])
