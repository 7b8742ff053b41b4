"""The fields of a form, as browsers encode them and as LibreOffice 7 sends them: as they are."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote_from_bytes

from transcheck.errors import UsageError

MOST_FIELDS = 100
_NEVER_ENCODED = re.compile(rb"[^!-~]")
_NEXT_FIELD = re.compile(rb"&(?=[A-Za-z]+=)")


def read_form(body: bytes) -> dict[str, str]:
    """Return the fields of a form or a query, the first of each name.

    Raise UsageError when it is not UTF-8 or has too many fields.
    """
    if _NEVER_ENCODED.search(body):
        body = b"&".join(map(_encode, _NEXT_FIELD.split(body)))
    try:
        fields = parse_qs(
            body.decode(), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except UnicodeDecodeError:
        raise UsageError("The request is not UTF-8", hint="Encode the form as UTF-8") from None
    except ValueError:
        raise UsageError(f"The request has more than {MOST_FIELDS} fields") from None
    return {name: values[0] for name, values in fields.items()}


def _encode(field: bytes) -> bytes:
    """Encode a field that was sent as it is: its text says "R&D" and "100%25" and means it.

    LibreOffice did not encode a paragraph in its version 7.4, and counts in what it sent.
    """
    if not _NEVER_ENCODED.search(field):
        return field
    name, _, value = field.partition(b"=")
    return name + b"=" + quote_from_bytes(value).encode()
