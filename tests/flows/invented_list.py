"""The invented list that ships, ready to be asked: what a new deployment answers from on its first day."""

from functools import cache

from flows.matching import Registry
from storage.registry_file import read_registry_file, sample_path


@cache
def invented_list() -> Registry:
    """Give the list as `ensure_a_list` imports it."""
    read = read_registry_file(sample_path())
    assert read.as_of is not None
    return Registry.of(read.agencies, read.edition(source="daftar rekaan", as_of=read.as_of))
