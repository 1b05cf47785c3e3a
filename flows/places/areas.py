"""The official units of a province, read from the shipped tables."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from flows.places.model import Level, Place

NTB = "52"
"""The official code of the hotline's own province."""

_TABLES = files("flows.places") / "tables"


def table_text(name: str) -> str | None:
    """Read a shipped data file; None where there is none of that name."""
    path = _TABLES.joinpath(*name.split("/"))
    return path.read_text(encoding="utf-8") if path.is_file() else None


def _lines(name: str) -> Iterator[tuple[str, str]]:
    for line in (table_text(f"areas/{name}.tsv") or "").splitlines():
        code, tab, unit = line.partition("\t")
        if tab and not line.startswith("#"):
            yield code, unit


@cache
def units(province: str) -> dict[str, Place]:
    """Every regency, district and village of a province by code."""
    found: dict[str, Place] = {}
    regency = district = Place(None, "", Level.REGENCY)
    for code, name in _lines(province) if province.isdigit() else ():
        if len(code) == 4:
            place = Place(f"{district.code}.{code}", name, Level.VILLAGE, (district.name, regency.name))
        elif len(code) == 8:
            place = district = Place(code, name, Level.DISTRICT, (regency.name,))
        else:
            place = regency = Place(code, name, Level.REGENCY)
        found[str(place.code)] = place
    return found


def available() -> tuple[str, ...]:
    """The provinces whose areas are shipped."""
    shipped = (_TABLES / "areas").iterdir()
    return tuple(sorted(file.name[:2] for file in shipped if file.name.endswith(".tsv") and file.name[:2].isdigit()))


def nation() -> Iterator[tuple[str, str]]:
    """Code and name of every province and regency of Indonesia."""
    yield from _lines("regencies")
