"""Which district a pin on the map is nearest to: a hint for the officer, never an answer."""

from dataclasses import dataclass
from functools import cache
from math import cos, hypot, isfinite, radians

from flows.places.areas import NTB, table_text, units
from flows.places.model import Place

FARTHEST_KM = 40.0  # the middle of the widest district is about this far from its edge
_KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class NearPlace:
    """The district whose middle is nearest to a pin, and how far that is."""

    place: Place
    km: float


def locate(latitude: float, longitude: float, *, province: str = NTB) -> NearPlace | None:
    """The nearest district of the province; None for a pin far outside, or where no middles are shipped."""
    if not (isfinite(latitude) and isfinite(longitude)):
        return None
    shrink = cos(radians(max(-90.0, min(90.0, latitude))))
    far = {
        code: hypot(lat - latitude, (lng - longitude) * shrink) * _KM_PER_DEGREE
        for code, lat, lng in _centres(province)
    }
    code = min(far, key=lambda code: far[code], default="")
    if not code or far[code] > FARTHEST_KM:
        return None
    return NearPlace(units(province)[code], round(far[code], 1))


@cache
def _centres(province: str) -> tuple[tuple[str, float, float], ...]:
    table = table_text(f"areas/centres_{province}.tsv") or "" if province.isdigit() else ""
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return tuple((code, float(lat), float(lng)) for code, lat, lng in rows)
