"""Find what machine translation does to names in the news.

    import transcheck
    report = transcheck.check("Rute said that Mark Rutte's visit …", source_lang="sr")

Exports are lazy: importing the package costs nothing until one is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from transcheck.api import check, check_file, load_glossary

__all__ = ["check", "check_file", "load_glossary"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from transcheck import api

        return getattr(api, name)
    raise AttributeError(f"module 'transcheck' has no attribute {name!r}")
