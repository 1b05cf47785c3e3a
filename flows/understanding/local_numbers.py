"""Numbers as they are dialled in the country where somebody works: "0933 123 456" in Taiwan, "9123 4567" in Macau."""

import re
from collections.abc import Iterator, Sequence

from flows.understanding.mentions import read_mentions
from flows.understanding.money import find_accounts
from flows.understanding.phones import Phone, to_e164
from flows.understanding.places_named import named_places
from flows.understanding.words import read_words

# most texts hold no run of digits that could be one
_ENOUGH = re.compile(r"\d(?:[\s.\-]{0,2}\d){6}")
_RUN = re.compile(r"(?<![\d+.,/])(?:0(?!8[1235789])[1-9]|[2-57-9]\d|6[013-9])(?:[\s.\-]{0,2}\d){5,20}(?!\d)")
_FOLLOWS_DIGITS = re.compile(r"\d[\s.\-]{1,2}$")
_GROUP = re.compile(r"\d+")
# 081..., 082..., 083..., 085..., 087..., 088..., 089... are the mobiles of Indonesia, whatever country is named
_INDONESIAN = re.compile(r"08[1235789]|62|628|00")
_FEWEST, _MOST = 7, 11  # digits
_BEFORE = 45  # characters
# without a zero it may be a sum: it must be called a number
_CALLED_A_NUMBER = re.compile(
    r"\b(?:no|nomor|nomer|nmr|nope|hp|wa|telp|tlp|telepon|telpon|whatsapp|kontak|number|phone)(?:nya)?\b[^\d\n]{0,30}$",
    re.IGNORECASE,
)
_ON_A_MOBILE = re.compile(r"\b(?:hp|wa|whatsapp)(?:nya)?\b[^\d\n]{0,30}$", re.IGNORECASE)
_NO = re.compile(r"\bno\b", re.IGNORECASE)  # "no korea nya 010 ..." denies no Korea
# the countries that people go to for work; ISO 3166
_REGIONS = {
    "Kamboja": "KH", "Malaysia": "MY", "Myanmar": "MM", "Thailand": "TH", "Laos": "LA", "Vietnam": "VN",
    "Filipina": "PH", "Singapura": "SG", "Brunei Darussalam": "BN", "Taiwan": "TW", "Hongkong": "HK", "Makau": "MO",
    "Tiongkok": "CN", "Jepang": "JP", "Korea Selatan": "KR", "Arab Saudi": "SA", "Uni Emirat Arab": "AE",
    "Kuwait": "KW", "Qatar": "QA", "Bahrain": "BH", "Oman": "OM", "Yordania": "JO", "Irak": "IQ", "Suriah": "SY",
    "Libya": "LY", "Mesir": "EG", "Lebanon": "LB", "Turki": "TR", "Australia": "AU", "Selandia Baru": "NZ",
    "Polandia": "PL", "Jerman": "DE", "Rusia": "RU", "Serbia": "RS", "Rumania": "RO", "Papua Nugini": "PG",
    "Timor Leste": "TL", "Italia": "IT", "Hungaria": "HU", "India": "IN", "Maladewa": "MV", "Belanda": "NL",
}  # fmt: skip


def with_numbers_abroad(text: str, places: Sequence[str] = ()) -> str:
    """Write the numbers of the country that a text names, else of `places`, as they are dialled from everywhere.

    Args:
        text: The message.
        places: Where the victim is and is to go, as it was told before; the first that is abroad counts.
    """
    runs = [run for run in _RUN.finditer(text) if _may_be_dialled(text, run)] if _ENOUGH.search(text) else ()
    if not runs:
        return text
    named = _countries_in(text)
    countries = next(filter(None, (named, *map(_countries_in, places))), named)
    if len(countries) != 1:
        return text
    region = next(iter(countries))
    accounts = find_accounts(text)
    for run in reversed(runs):
        for phone in reversed(list(_phones(text, run, region, is_named=bool(named)))):
            if not any(account.start < phone.end and phone.start < account.end for account in accounts):
                text = f"{text[: phone.start]}{phone.number}{text[phone.end :]}"
    return text


def _may_be_dialled(text: str, run: re.Match[str]) -> bool:
    """Tell a number from the rest of a longer one, and from a sum, before anything is asked of the text."""
    before = text[max(0, run.start() - _BEFORE) : run.start()]
    if _FOLLOWS_DIGITS.search(before):
        return False
    return run[0].startswith("0") or _CALLED_A_NUMBER.search(before) is not None


def _countries_in(text: str) -> set[str]:
    """Give the regions of the countries of work that are named, be it by a town of theirs."""
    places = named_places(read_mentions(read_words(_NO.sub("nomor", text))))
    named = (place.value.rpartition(", ")[2] for place in places if place.is_abroad)
    return {_REGIONS[country] for country in named if country in _REGIONS}


def _phones(text: str, run: re.Match[str], region: str, *, is_named: bool) -> Iterator[Phone]:
    """Read the numbers in a run of groups of digits, each as long as it can be."""
    groups = list(_GROUP.finditer(text, run.start(), run.end()))
    at = 0
    while at < len(groups):
        start = groups[at].start()
        for last in range(len(groups) - 1, at - 1, -1):
            written = text[start : groups[last].end()]
            number = _dialled_there(written, text[:start], region, is_named=is_named)
            if number:
                yield Phone(number, start, groups[last].end())
                at = last
                break
        at += 1


def _dialled_there(written: str, before: str, region: str, *, is_named: bool) -> str:
    """Give a number in E.164 where it is a mobile of that country and no plan of Indonesia explains it better."""
    digits = "".join(filter(str.isdigit, written))
    if not _FEWEST <= len(digits) <= _MOST or _INDONESIAN.match(digits):
        return ""
    if not digits.startswith("0") and (to_e164(written) or not _CALLED_A_NUMBER.search(before)):
        return ""
    import phonenumbers  # noqa: PLC0415 - its tables are read only where such a number stands

    there = phonenumbers.parse(digits, region)
    mobile = {phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE}
    if phonenumbers.number_type(there) not in mobile:
        return ""
    if (
        not is_named
        and not _ON_A_MOBILE.search(before)
        and phonenumbers.is_valid_number(phonenumbers.parse(digits, "ID"))
    ):
        return ""
    return phonenumbers.format_number(there, phonenumbers.PhoneNumberFormat.E164)
