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
    root = importlib.import_module(package)
    names = sorted(found.name for found in pkgutil.iter_modules(root.__path__))
    modules = (importlib.import_module(f"{package}.{name}") for name in names)
    return tuple(module for module in modules if hasattr(module, constant))
