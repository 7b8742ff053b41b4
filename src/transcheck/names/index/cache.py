"""Compiled glossaries kept in the user's cache folder: made once, opened by every process.

A folder is written aside and renamed, so it is whole or not there. Its manifest says how long
each file is, when it was written and what its checksum (CRC-32) is. A file that is as it was
written is not read through again; any other is, and one that is damaged is made anew: mapping a
damaged trie could end the process.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from transcheck.files.cache import cache_folder
from transcheck.model import Concept, Record
from transcheck.names.index.key import make_key
from transcheck.names.index.lookup import NameIndex
from transcheck.names.index.parts import NAMES, Part, compile_parts, join_parts, map_parts

MOST_KEPT = 8
"""Compiled glossaries in the cache folder; the one not used for longest goes first."""
MANIFEST = "manifest"
_MAGIC = b"transcheck index\n"
_ASIDE = ".aside-"
_DAY = 86_400.0


class _File(Record, frozen=True, array_like=True):
    size: int
    checksum: int
    written: int
    changed: int


class _Manifest(Record, frozen=True, array_like=True):
    key: str
    files: dict[str, _File]


def open_index(
    files: Sequence[tuple[str, str]], load: Callable[[], Sequence[Concept]]
) -> NameIndex:
    """Return the index of the glossary files, (name, digest) in their order of precedence.

    `load` reads them; it is only called when no compiled form is at hand. Where none can be
    kept, the index is made in memory each time.
    """
    folder = cache_folder()
    if folder is None or not files:
        return join_parts(compile_parts(load()))
    place = folder / "index" / make_key(files)
    parts = _open(place)
    if parts is None:
        parts = compile_parts(load())
        if _keep(place, parts):
            parts = _open(place) or parts
    return join_parts(parts)


def _open(place: Path) -> dict[str, Part] | None:
    """Return the parts that stand at a place, None when they are not there or not whole."""
    try:
        if not _is_whole(place):
            return None
        parts = map_parts(place)
        if time.time() - (place / MANIFEST).stat().st_mtime > _DAY:
            os.utime(place / MANIFEST)
    except (OSError, RuntimeError, ValueError):
        return None
    return parts


def _is_whole(place: Path) -> bool:
    manifest = _read_manifest(place / MANIFEST)
    if manifest is None or manifest.key != place.name or tuple(manifest.files) != NAMES:
        return False
    for name, wanted in manifest.files.items():
        state = (place / name).stat()
        if state.st_size != wanted.size:
            return False
        untouched = (state.st_mtime_ns, state.st_ctime_ns) == (wanted.written, wanted.changed)
        if not untouched and zlib.crc32((place / name).read_bytes()) != wanted.checksum:
            return False
    return True


def _read_manifest(path: Path) -> _Manifest | None:
    head, _, body = path.read_bytes().partition(_MAGIC)
    checksum, packed = body[:4], body[4:]
    if head or zlib.crc32(packed).to_bytes(4, "little") != checksum:
        return None
    with suppress(msgspec.MsgspecError):
        return msgspec.msgpack.decode(packed, type=_Manifest)
    return None


def _keep(place: Path, parts: dict[str, Part]) -> bool:
    """Write the parts aside and put them in their place; say whether that could be done."""
    import shutil
    import tempfile

    aside = None
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(dir=place.parent, prefix=_ASIDE))
        fresh = aside / place.name
        fresh.mkdir()
        files = {name: _write(fresh / name, part) for name, part in parts.items()}
        packed = msgspec.msgpack.encode(_Manifest(place.name, files))
        checksum = zlib.crc32(packed).to_bytes(4, "little")
        _write(fresh / MANIFEST, _MAGIC + checksum + packed)
        if place.exists():
            place.replace(aside / "old")
        fresh.replace(place)
        _drop_oldest(place)
    except OSError:
        return place.exists()
    finally:
        if aside is not None:
            shutil.rmtree(aside, ignore_errors=True)
    return True


def _write(path: Path, part: Part) -> _File:
    data = part if isinstance(part, bytes) else part.tobytes()
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    state = path.stat()
    return _File(len(data), zlib.crc32(data), state.st_mtime_ns, state.st_ctime_ns)


def _drop_oldest(kept: Path) -> None:
    """Remove what has not been used for longest, and what writers that were killed left."""
    import shutil

    used = {}
    for folder in kept.parent.iterdir():
        with suppress(OSError):
            if folder.name.startswith(_ASIDE):
                if time.time() - folder.stat().st_mtime > _DAY:
                    shutil.rmtree(folder, ignore_errors=True)
            elif folder != kept:
                manifest = folder / MANIFEST
                used[folder] = manifest.stat().st_mtime if manifest.exists() else 0.0
    for folder in sorted(used, key=lambda one: (-used[one], one.name))[MOST_KEPT - 1 :]:
        shutil.rmtree(folder, ignore_errors=True)
