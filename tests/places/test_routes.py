"""Every regency has its police and its immigration office, and both may change on a day."""

from datetime import date

from flows.places import place_of, route
from flows.places.areas import units

DAY = date(2026, 11, 21)


def test_every_unit_of_the_province_has_a_route() -> None:
    assert all(route(code, DAY) for code in units("52"))


def test_there_are_ten_police_commands() -> None:
    routes = [route(code, DAY) for code in units("52")]
    assert len({command for found in routes if found for command in found.police}) == 10


def test_an_office_answers_from_the_day_it_opened() -> None:
    before, after = route("52.03.07", date(2026, 1, 25)), route("52.03.07", date(2026, 1, 26))
    assert before is not None
    assert after is not None
    assert before.immigration == "Kanim Kelas I TPI Mataram"
    assert after.immigration == "Kanim Kelas II Non TPI Lombok Timur"


def test_what_nobody_published_is_not_decided() -> None:
    bima = route("52.06.06", DAY)
    assert bima is not None
    assert bima.police == ("Polres Bima", "Polres Bima Kota")
    assert bima.note


def test_a_code_from_elsewhere_has_no_route() -> None:
    assert route("53.01", DAY) is None
    assert route("", DAY) is None


def test_a_code_leads_back_to_its_place() -> None:
    place = place_of("52.03.07")
    assert place is not None
    assert place.full_name == "Selong, Kabupaten Lombok Timur"
    assert place_of("52.99") is None
    assert place_of("") is None
