"""Find phones, bank and wallet accounts and licence numbers in a message, and take them out of the words."""

import re
from dataclasses import dataclass

import phonenumbers

from flows.matching.folding import TEXT_AT_MOST, fold_letters
from flows.matching.handles import take_handles
from flows.matching.licences import LICENCE_BEFORE, licences_in, spliced_keys, without_licences

# a message with more numbers than this is a list, not a question
NUMBERS_AT_MOST = 12
# no bank writes longer account numbers
_DIGITS_AT_MOST = 18

_RUN = re.compile(
    r"(?<![A-Z0-9])(?:\+|\(\+?)?[0-9O][0-9OI]{0,18}(?:\)?[ .\-()]{1,3}[0-9OI]{2,14}|-[0-9OI]){0,7}(?![A-Z0-9])"
)
_BANKS = (
    r"BANK|BRI|BCA|BNI|BSI|BTN|MANDIRI|CIMB|NIAGA|DANAMON|PERMATA|PANIN|MAYBANK|BTPN|JAGO|JENIUS|SEABANK|MUAMALAT|MEGA"
    r"|BUKOPIN|OCBC|NTB SYARIAH|BPD"
)
# "rek mandiri" speaks of a bank, not of a company with MANDIRI in its name
_BANK_OF_ACCOUNT = re.compile(rf"\b(NO ?REK|NOREK|REK|REKENING|BANK|TF|TRANSFER)(?: (?:KE|BANK|DI))? (?:{_BANKS})\b")
_WALLETS = r"DANA|OVO|GO ?PAY|SHOPEE ?PAY|LINK ?AJA|GCASH|DOKU|I ?SAKU|SAKUKU|ASTRA ?PAY"
_ACCOUNT_BEFORE = re.compile(
    rf"(?:\b(?:NO ?REK|NOREK|REK|REKENING|VIRTUAL ACCOUNT|VA|ACC|ACCOUNT|TRANSFER|TF|{_BANKS})\b)[^0-9\n]{{0,40}}$"
)
_ACCOUNT_AFTER = re.compile(rf"^[\s.,:(\-]{{0,4}}(?:{_BANKS}|A ?[./]? ?N\b|ATAS NAMA)\b")
_WALLET_BEFORE = re.compile(rf"\b(?:{_WALLETS})\b[^0-9\n]{{0,20}}$")
_WALLET_AFTER = re.compile(rf"^[\s.,:(\-]{{0,4}}(?:{_WALLETS})\b")
_IDENTITY_BEFORE = re.compile(r"\b(?:NIK|KTP|KK|PASPOR|PASSPORT|NPWP|BPJS)\b[^0-9\n]{0,16}$")
_PHONE_BEFORE = re.compile(r"\b(?:HP|NO ?HP|WA|NO ?WA|TELP|TLP|TELEPON|WHATSAPP)(?: ?NYA)?[\s.:=]*$")
_DIGIT = re.compile(r"[0-9]")
_NOT_DIGITS = re.compile(r"[^0-9]")
# countries whose numbers NTB families are called from, read also without the plus
_ABROAD = (
    "60",
    "65",
    "63",
    "66",
    "84",
    "95",
    "852",
    "853",
    "855",
    "856",
    "886",
    "81",
    "82",
    "966",
    "971",
    "962",
    "965",
    "968",
    "974",
    "973",
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a message holds in numbers; `rest` is the text without them, each replaced by a hard break."""

    phones: tuple[str, ...]
    accounts: tuple[str, ...]
    licences: tuple[str, ...]
    handles: tuple[str, ...]
    rest: str
    spliced: tuple[str, ...] = ()
    """Licence numbers written with strokes and spaces mixed, each in every way to read it; only for looking up."""


def take_numbers(text: str) -> Numbers:
    """Read phones (E.164), accounts (digits), licence numbers (keys) and web names out of folded text."""
    folded = fold_letters(text[:TEXT_AT_MOST])
    handles, rest = take_handles(folded)
    if not has_digits(rest):
        return Numbers((), (), (), handles, _without_bank(rest))
    licences, spliced = licences_in(rest), tuple(spliced_keys(rest))
    rest = without_licences(rest)
    phones: dict[str, None] = {}
    accounts: dict[str, None] = {}
    parts: list[str] = []
    end = 0
    for count, run in enumerate(_RUN.finditer(rest)):
        if count == NUMBERS_AT_MOST:
            break
        if _sort_run(rest, run, phones, accounts):
            parts.append(rest[end : run.start()])
            end = run.end()
    parts.append(rest[end:])
    return Numbers(
        tuple(phones),
        tuple(accounts),
        licences,
        handles,
        _without_bank(" | ".join(parts)),
        spliced,
    )


def has_digits(folded: str) -> bool:
    """Say whether folded text can hold a number at all."""
    return _DIGIT.search(folded) is not None


def _without_bank(text: str) -> str:
    return _BANK_OF_ACCOUNT.sub(r"\1", text)


def phone_e164(text: str) -> str | None:
    """Read one phone as Indonesians write it, or one from abroad; None when it is none."""
    digits = _NOT_DIGITS.sub("", text.replace("O", "0").replace("I", "1"))
    if not 7 <= len(digits) <= 16:
        return None
    tries = [f"+{digits}"] if "+" in text else []
    if digits.startswith("00"):
        tries.append(f"+{digits[2:]}")
    elif digits.startswith("0"):
        tries.append(f"+62{digits[1:]}")
    elif digits.startswith("62"):
        tries.append(f"+62{digits[2:].lstrip('0')}")
    elif digits.startswith("8") and 9 <= len(digits) <= 12:
        tries.append(f"+62{digits}")
    if digits.startswith(_ABROAD) and len(digits) >= 10:
        tries.append(f"+{digits}")
    return next((number for number in map(_valid, tries) if number), None)


def _valid(number: str) -> str | None:
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return None
    # "possible" and not "valid": new prefixes come before the library knows them
    if number.startswith("+628") and 11 <= len(number) <= 15:
        return number
    return (
        phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
        if phonenumbers.is_valid_number(parsed)
        else None
    )


def _sort_run(text: str, run: re.Match[str], phones: dict[str, None], accounts: dict[str, None]) -> bool:
    """File one run of digits; two numbers with only a space between them are two."""
    before, after = text[max(0, run.start() - 60) : run.start()], text[run.end() : run.end() + 20]
    pieces = [run[0]] if len(_NOT_DIGITS.sub("", run[0])) <= _DIGITS_AT_MOST else run[0].split()
    return sum(_sort_number(piece, before, after, phones, accounts) for piece in pieces) > 0


def _sort_number(written: str, before: str, after: str, phones: dict[str, None], accounts: dict[str, None]) -> bool:
    """File one number as phone, account or neither; say whether it was taken."""
    digits = _NOT_DIGITS.sub("", written.replace("O", "0").replace("I", "1"))
    if len(digits) < 7:
        return False
    if _IDENTITY_BEFORE.search(before):
        return True
    phone = phone_e164(written)
    if _WALLET_BEFORE.search(before) or _WALLET_AFTER.search(after):
        accounts.setdefault(digits)
        if phone:
            phones.setdefault(phone)
        return True
    if LICENCE_BEFORE.search(before) and not phone:
        return False
    if phone and _PHONE_BEFORE.search(before):
        phones.setdefault(phone)  # "Yayasan Karya Mandiri, bu Lestari hp 0821 ..." holds a bank's name as well
        return True
    if 8 <= len(digits) <= _DIGITS_AT_MOST and (_ACCOUNT_BEFORE.search(before) or _ACCOUNT_AFTER.search(after)):
        accounts.setdefault(digits)
        return True
    if phone:
        phones.setdefault(phone)
        return True
    if 10 <= len(digits) <= 16 and not _is_nik(digits):
        accounts.setdefault(digits)
    return 8 <= len(digits) <= _DIGITS_AT_MOST


def _is_nik(digits: str) -> bool:
    """Tell an identity number by the birth day inside it, so that it is not kept as an account."""
    if len(digits) != 16:
        return False
    day, month = int(digits[6:8]) % 40, int(digits[8:10])
    return 11 <= int(digits[:2]) <= 96 and 1 <= day <= 31 and 1 <= month <= 12
