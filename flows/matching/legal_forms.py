"""Legal forms around a company's name, and which of them can never be a placement company."""

# "PT" says that a company follows, never which one
COMPANY_MARKS = frozenset({"PT", "PERSEROAN"})
SHARE_MARKS = frozenset({"TBK", "PERSERO", "TERBATAS"})
# words of daily speech that a name follows as it follows "PT"
SPOKEN_COMPANY_MARKS = frozenset(
    """
    PERUSAHAAN PERUSAHAN PRUSAHAAN PRUSAHAN PERUSHAAN PERUSAAN PERUSAHAANNYA PERUSAHAANE PRSHN PRSH PTNYA PTNE PTT PETE
    P3MI PJTKI PPTKIS
    """.split()  # noqa: SIM905 - a list of words reads as words
)

# in the Philippine list "X AGENCY" and "X AGENCY INC" are two licence holders: left out of the search for near names,
# kept in the key that confirms
WESTERN_FORMS = frozenset({"INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "LTD", "LIMITED", "LLC"})

# none of these may place workers abroad, whoever's name follows
NOT_A_P3MI = {
    "CV": "CV",
    "UD": "UD",
    "LPK": "LPK",
    "LKP": "LPK",
    "BLK": "LPK",
    "BLKLN": "LPK",
    "BKK": "BKK",
    "YAYASAN": "YAYASAN",
    "KOPERASI": "KOPERASI",
    "KSP": "KOPERASI",
    "TRAVEL": "TRAVEL",
    "BIRO": "TRAVEL",
    "FIRMA": "FIRMA",
}

BRANCH_MARKS = frozenset({"CABANG", "CAB", "CBG", "CABAN", "KC", "KCP", "PERWAKILAN", "BRANCH"})
FORMER_MARKS = frozenset({"FORMERLY", "FORMER", "FOR", "FKA", "DAHULU", "DULU", "DULUNYA", "SEMULA", "EKS", "EX", "DH"})
