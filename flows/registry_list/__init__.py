"""Reading a list of placement companies out of a grid of cells, and comparing two lists; pure."""

from flows.registry_list.comparing import Difference, StatusChange, diff
from flows.registry_list.reading import ListRead, NoNameColumn, Problem, Understood, read_grid

__all__ = ["Difference", "ListRead", "NoNameColumn", "Problem", "StatusChange", "Understood", "diff", "read_grid"]
