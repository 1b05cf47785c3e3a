"""Reading a list of placement companies out of a grid of cells, and comparing two lists; pure."""

from flows.registry_list.comparing import Difference, StatusChange, diff
from flows.registry_list.reading import ListRead, NoNameColumn, Problem, Understood, read_grid
from flows.registry_list.troubles import Fault, Trouble

__all__ = [
    "Difference",
    "Fault",
    "ListRead",
    "NoNameColumn",
    "Problem",
    "StatusChange",
    "Trouble",
    "Understood",
    "diff",
    "read_grid",
]
