"""Places: any village, district, regency or landmark as people write it, to its official code."""

from flows.places.areas import available
from flows.places.model import NOWHERE, Level, Place, PlaceReading
from flows.places.pins import NearPlace, locate
from flows.places.resolving import place_of, resolve, warm
from flows.places.routes import Route, route

__all__ = [
    "NOWHERE",
    "Level",
    "NearPlace",
    "Place",
    "PlaceReading",
    "Route",
    "available",
    "locate",
    "place_of",
    "resolve",
    "route",
    "warm",
]
