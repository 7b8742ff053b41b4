"""Bytes to text: byte order mark, strict UTF-8, what the file declares. Never a silent guess."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from transcheck.errors import InputError, UsageError, did_you_mean

MOST_BYTES = 20_000_000

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LOOKED_AT = 4096
# Codecs of Python that turn text into text or depend on the machine.
_NOT_FOR_FILES = frozenset(
    "idna punycode undefined unicode_escape raw_unicode_escape mbcs oem utf-7 utf_7".split()
)
_USUAL = ("utf-8", "utf-16", "cp1250", "windows-1250", "iso-8859-2", "latin-1", "mac-roman")
_SHOWN = {"utf-8": "UTF-8", "utf-16": "UTF-16", "utf-32": "UTF-32", "ascii": "ASCII"}
_SURROGATES = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class Decoded(NamedTuple):
    """The text of a file, the encoding it was read in and the byte order mark before it."""

    text: str
    encoding: str
    mark: bytes = b""

    def encode(self, text: str) -> bytes:
        """Return `text` as bytes of this file. Raise UnicodeEncodeError where it has no such."""
        return self.mark + text.encode(self.encoding)


def decode(raw: bytes, path: str, encoding: str | None, declared: str | None = None) -> str:
    """Return the text of a file; offsets count from after a byte order mark.

    Raise InputError as `decode_file` does.
    """
    return decode_file(raw, path, encoding, declared).text


def decode_file(
    raw: bytes, path: str, encoding: str | None, declared: str | None = None
) -> Decoded:
    """Return the text of a file and how it was written.

    A byte order mark decides first, then `encoding` (what the user asked for), then strict
    UTF-8, then `declared` (what an HTML or XML file says of itself). Raise InputError for an
    empty, binary or too large file, and for bytes that do not fit, naming the first of them.
    """
    check_size(len(raw), path)
    if not raw:
        raise InputError("is empty", path=path)
    for mark, name in _BOMS:
        if raw.startswith(mark):
            text = _decode_marked(raw[len(mark) :], path, name, len(mark))
            return Decoded(text, name, mark)
    wide = _wide(encoding)
    if b"\0" in raw[:_LOOKED_AT] and not wide:
        raise InputError("is a binary file, not an article", path=path)
    if encoding:
        if wide and not encoding.lower().endswith(("le", "be")):
            hint = f"Say --encoding {wide}-le or --encoding {wide}-be"
            raise InputError("has no byte order mark", path=path, hint=hint)
        return Decoded(_decode_as(raw, path, encoding), encoding)
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as error:
        if declared and not _same(declared, "utf-8"):
            return Decoded(_decode_declared(raw, path, declared), declared)
        raise misfit(error, path, "UTF-8", "Try --encoding cp1250") from None


def check_size(size: int, path: str) -> None:
    """Raise InputError when a file is over 20 MB."""
    if size > MOST_BYTES:
        hint = "Split it, or name its articles one by one"
        raise InputError(f"is over 20 MB ({size / 1_000_000:.1f} MB)", path=path, hint=hint)


def check_encoding(name: str) -> None:
    """Raise UsageError, with the name that was probably meant, unless files can be in `name`."""
    if not _known(name):
        from encodings.aliases import aliases

        known = sorted({alias.replace("_", "-") for pair in aliases.items() for alias in pair})
        rare = did_you_mean(name.lower(), known, 'Usual ones: "utf-8", "cp1250"')
        hint = did_you_mean(name.lower(), _USUAL, rare)
        raise UsageError(f'unknown encoding "{name}"', hint=hint)


def replace_surrogates(text: str) -> str:
    """Return `text` with each lone surrogate, which no file can hold, as U+FFFD."""
    return text if text.isascii() else text.translate(_SURROGATES)


def _known(name: str) -> bool:
    if name.lower().replace("-", "_") in _NOT_FOR_FILES:
        return False
    try:
        b"a".decode(name)
    except UnicodeError:
        return True
    except (LookupError, ValueError):
        return False
    return True


def _same(name: str, other: str) -> bool:
    return _known(name) and codecs.lookup(name).name == codecs.lookup(other).name


def _wide(encoding: str | None) -> str | None:
    """Return utf-16 or utf-32 when that is the family of `encoding`."""
    name = codecs.lookup(encoding).name if encoding and _known(encoding) else ""
    return name[:6] if name.startswith(("utf-16", "utf-32")) else None


def _decode_marked(raw: bytes, path: str, name: str, offset: int) -> str:
    shown = _SHOWN[name.removesuffix("-le").removesuffix("-be")]
    try:
        text = raw.decode(name)
    except UnicodeDecodeError as error:
        hint = f"It starts with the byte order mark of {shown}: save it again in one encoding"
        raise misfit(error, path, shown, hint, offset) from None
    if not text:
        raise InputError("is empty", path=path)
    return text


def _decode_declared(raw: bytes, path: str, declared: str) -> str:
    if not _known(declared):
        hint = "Say the right one: --encoding cp1250"
        raise InputError(f'declares an unknown encoding "{declared}"', path=path, hint=hint)
    return _decode_as(raw, path, declared)


def _decode_as(raw: bytes, path: str, encoding: str) -> str:
    check_encoding(encoding)
    try:
        return replace_surrogates(raw.decode(encoding))
    except UnicodeDecodeError as error:
        shown = _SHOWN.get(codecs.lookup(encoding).name, encoding)
        raise misfit(error, path, shown, "Try another --encoding") from None


def misfit(
    error: UnicodeDecodeError, path: str, encoding: str, hint: str, offset: int = 0
) -> InputError:
    """Return the error that names the first wrong byte; `offset` bytes stand before these."""
    byte = error.object[error.start]
    message = f"byte {error.start + offset} (0x{byte:02X}) is not {encoding}"
    return InputError(message, path=path, hint=hint)
