"""Row ids as browsers send them back."""

# 63 bits; a database refuses larger numbers instead of finding nothing
_END = 2**63


def row_id(text: str) -> int | None:
    """Read an id; none for anything that cannot be one."""
    if not text.isascii() or not text.isdecimal() or len(text) > len(str(_END)):
        return None
    number = int(text)
    return number if 0 < number < _END else None
