"""Read the cells of one row of a list: the last day, the first phone, and what tells against the company."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from flows.matching.legal_forms import COMPANY_MARKS, NOT_A_P3MI, WESTERN_FORMS
from flows.matching.numbers import phone_e164
from flows.matching.status import read_status
from flows.matching.tokens import split_words
from flows.matching.values import Status
from flows.registry_list.dates import read_date
from flows.registry_list.headings import Cell, Column

EMPTY = frozenset({"", "-", "--", "n/a", "na", "null", "none", "nan", "tidak ada", "nihil"})
"""What a cell says that holds nothing."""
_LONGEST_REMARK = 120  # characters


def told_against(row: Sequence[Cell], columns: Mapping[Column, int]) -> tuple[str, Status] | None:
    """Look for "dicabut", "skorsing" in the cells that no column of ours covers; the worst counts."""
    read = set(columns.values())
    others = [str(cell) for place, cell in enumerate(row) if place not in read and not isinstance(cell, date)]
    told = [(text.strip(), read_status(text)) for text in others if len(text) <= _LONGEST_REMARK]
    gone = [one for one in told if one[1] not in (Status.VALID, Status.UNKNOWN)]
    return max(gone, key=lambda one: one[1].gravity, default=None)


def filled(row: Sequence[Cell]) -> int:
    """Count the cells that hold something."""
    return sum(1 for cell in row if str(cell).strip())


def has_form(name: str) -> bool:
    """Say whether a name says itself that it is a company."""
    words = split_words(name).words
    return any(word in COMPANY_MARKS or word in WESTERN_FORMS or word in NOT_A_P3MI for word in words)


def until_of(row: Sequence[Cell], columns: Mapping[Column, int]) -> tuple[date | None, bool]:
    """Return the last good day, and whether the cell was understood (an empty one is)."""
    place = columns.get(Column.VALID_UNTIL)
    if place is None or place >= len(row):
        return None, True
    cell = row[place]
    if isinstance(cell, date):
        return cell, True
    if cell.strip().lower() in EMPTY:
        return None, True
    # "01-01-2025 s/d 31-12-2027": the later end counts
    last = re.split(
        r"\s(?:s\s?[/.]?\s?d\.?|sampai(?: dengan)?|hingga|to|until|-)\s", cell.strip(), flags=re.IGNORECASE
    )[-1]
    until = read_date(last) or read_date(cell)
    return until, until is not None


def phone_of(text: str) -> str:
    """Keep the first phone of a cell that holds several."""
    for part in re.split(r"[;,|\n]| / ", text):
        if phone := phone_e164(part):
            return phone
    return known(text)


def known(text: str) -> str:
    """Give a cell's text, "" where it only says that there is none."""
    return "" if text.lower() in EMPTY else text


def text_at(row: Sequence[Cell], place: int) -> str:
    """Give the text of a cell, "" beyond the row's end."""
    return raw_at(row, place).strip()


def raw_at(row: Sequence[Cell], place: int) -> str:
    """Give the text of a cell as it was written."""
    return str(row[place]) if place < len(row) else ""
