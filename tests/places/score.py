"""Scores the resolver on the labelled sets: each split by hash into a half for writing rules and a half for judging."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from flows.places import Level, Place, PlaceReading, resolve
from flows.places.areas import units

HERE = Path(__file__).parent
SETS = (
    "mentions",
    "elsewhere",
    "fresh",
    "elsewhere_fresh",
    "third",
    "elsewhere_third",
    "fourth",
    "elsewhere_fourth",
    "fifth",
    "elsewhere_fifth",
    "elsewhere_sixth",
    "elsewhere_seventh",
    "sixth",
    "elsewhere_eighth",
    "seventh",
    "elsewhere_ninth",
    "eighth",
    "elsewhere_tenth",
    "ninth",
    "elsewhere_eleventh",
)
STORIES = (
    (
        "tolong pak adik saya disekap di rumah kosong daerah kekalik mataram, paspornya diambil sponsor dari praya, "
        "katanya besok subuh mau diberangkatkan lewat bandara lombok ke batam terus malaysia"
    ),
    (
        "assalamualaikum bu saya mau lapor ada tetangga umur 16 tahun dijanjikan kerja di restoran di kamboja "
        "gaji 15 juta padahal orang tuanya tidak tahu dan sekarang sudah tidak bisa dihubungi"
    ),
    (
        "sy mhn bntuan pk,anak sy krja d kuala lmpur pas port d ambl agen,gk d ksih mkn,gaji gk d byr 5 bln,mau plg gk "
        "bs,kmi org ds sengkol kec pujut kb loteng,tlg sgera pk"
    ),
)


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled text."""

    text: str
    meant: str

    @property
    def half(self) -> str:
        """Which half the text's own hash puts it in."""
        return "judge" if hashlib.sha256(self.text.encode()).digest()[0] % 2 else "rules"


def cases(name: str) -> Iterator[Case]:
    """Read one labelled set."""
    for line in (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            text, _, meant = line.partition("\t")
            yield Case(text, meant)


def official(meant: str) -> str:
    """The code of "District", "District/Village" or a regency's full name."""
    district, _, village = meant.partition("/")
    for code, place in units("52").items():
        if place.name == district and place.level is not Level.VILLAGE:
            return _village(code, village) if village else code
    raise KeyError(meant)


def _village(district: str, village: str) -> str:
    inside = ((code, place) for code, place in units("52").items() if code.startswith(f"{district}."))
    return next(code for code, place in inside if place.name == village)


def is_right(meant: str, read: PlaceReading) -> bool:
    """The answer is what a helpline worker would have written down."""
    match meant:
        case "?":
            return read.asked and read.code is None
        case "outside":
            return read.outside
        case "here":
            return read.place == Place(None, "di sini", Level.HERE)
        case _:
            return read.code == official(meant)


def left_alone(read: PlaceReading) -> bool:
    """No code and no question."""
    return read.code is None and not read.asked


def misses(name: str) -> Iterator[tuple[Case, PlaceReading]]:
    """The cases that were read wrongly, with how."""
    for case in cases(name):
        read = resolve(case.text)
        if not (left_alone(read) if name.startswith("elsewhere") else is_right(case.meant, read)):
            yield case, read


def share(name: str, half: str | None = None) -> tuple[int, int]:
    """How many are right, of how many."""
    chosen = [case for case in cases(name) if half in {None, case.half}]
    wrong = {case for case, _ in misses(name)}
    return len([case for case in chosen if case not in wrong]), len(chosen)


def speed(text: str, rounds: int = 300) -> tuple[float, float]:
    """Milliseconds a text takes to resolve: the median and the slowest of a hundred."""
    taken = []
    for _ in range(rounds):
        start = perf_counter()
        resolve(text)
        taken.append((perf_counter() - start) * 1000)
    taken.sort()
    return taken[rounds // 2], taken[rounds * 99 // 100]


def figures() -> Iterator[dict[str, object]]:
    """Every figure of the places as one JSON-able line, for `make bench`."""
    for name in SETS:
        for half in ("rules", "judge"):
            right, of = share(name, half)
            yield {"area": "places", "set": name, "half": half, "right": right, "of": of, "share": round(right / of, 3)}
    for text in STORIES:
        median, slow = speed(text)
        yield {"area": "places", "letters": len(text), "median_ms": round(median, 3), "p99_ms": round(slow, 3)}
