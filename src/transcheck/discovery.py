"""Find plug-ins: every module of a package that defines one named constant.

A new check, reader, report format or glossary format is one new file; no list is edited.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from types import ModuleType


@cache
def find_plugins(package: str, constant: str) -> tuple[ModuleType, ...]:
    """Return the modules of `package` that define `constant`, in the order of their names."""
    modules = (importlib.import_module(f"{package}.{name}") for name in name_modules(package))
    return tuple(module for module in modules if hasattr(module, constant))


def name_modules(package: str) -> tuple[str, ...]:
    """Return the names of the modules of `package` in order, without importing them."""
    root = importlib.import_module(package)
    return tuple(sorted(found.name for found in pkgutil.iter_modules(root.__path__)))
