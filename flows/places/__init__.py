"""Places: any village, district, regency or landmark as people write it, to its official code."""

from flows.places.areas import available
from flows.places.model import NOWHERE, Level, Place, PlaceReading
from flows.places.resolving import resolve, warm

__all__ = ["NOWHERE", "Level", "Place", "PlaceReading", "available", "resolve", "warm"]
