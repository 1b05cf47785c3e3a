"""What may be wrong with a list or one of its rows; each value says it in English, the desk has its own words."""

from enum import StrEnum


class Trouble(StrEnum):
    """Why one row was not taken, or not taken as valid."""

    NO_NAME = "no company name"
    ONLY_A_NAME = "nothing beside the name, row is not taken"
    DATE = "date not understood, row is not taken as valid"
    STATUS = "status not understood, row is not taken as valid"
    TOLD_AGAINST = "another column speaks against it, row is not taken as valid"


class Fault(StrEnum):
    """Why a whole file cannot be read."""

    TOO_LARGE = "the file is larger than 20 megabytes"
    OLD_EXCEL = "this is an old Excel file (.xls); save it as .xlsx or .csv and try again"
    NO_HEADING = "none of the first rows has a heading such as name, Nama Perusahaan, Nama P3MI"
    TOO_MANY_ROWS = "the file has more than 200,000 rows"
    NOT_CSV = "a row is not comma-separated text"
    NO_TABLE = "this is neither CSV nor XLSX"
    DAMAGED = "the spreadsheet is damaged or locked with a password"
    UNPACKS = "the spreadsheet unpacks to more than 200 megabytes"
