"""Glossaries: which names there are, and which forms of them may stand in print."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from transcheck.discovery import find_plugins
from transcheck.errors import UsageError
from transcheck.glossary.precedence import merge
from transcheck.glossary.shipped import find_shipped
from transcheck.model import Concept, Glossary

__all__ = ["find_shipped", "load_glossaries"]


def load_glossaries(paths: Sequence[str], *, shipped: bool = True) -> Glossary:
    """Return the glossaries named by the user and those that come with transcheck, as one.

    The last one named wins and stands first; the shipped ones come last.
    """
    named = [*reversed(paths)]
    if shipped:
        named += [str(path) for path in find_shipped()]
    loaded = [_load(path) for path in named]
    files = tuple(
        (Path(path).stem, digest) for path, (digest, _) in zip(named, loaded, strict=True)
    )
    return Glossary(merge([concepts for _, concepts in loaded]), files)


def _load(path: str) -> tuple[str, tuple[Concept, ...]]:
    try:
        content = Path(path).read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        hint = "Check the path"
        raise UsageError(f"the glossary cannot be read ({reason})", path=path, hint=hint) from error
    plugins = find_plugins("transcheck.glossary.formats", "GLOSSARY_FORMAT")
    suffix = Path(path).suffix.lower()
    native = next(plugin for plugin in plugins if plugin.GLOSSARY_FORMAT.name == "csv")
    claims = (plugin for plugin in plugins if suffix in plugin.GLOSSARY_FORMAT.suffixes)
    concepts: tuple[Concept, ...] = next(claims, native).load(path, content)
    return hashlib.sha256(content).hexdigest()[:6], concepts
