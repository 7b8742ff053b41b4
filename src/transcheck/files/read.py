"""Read a file that a run goes by, whole: what is no such file is refused, never waited for."""

from __future__ import annotations

import os
import stat

from transcheck.errors import UsageError

_HANDED_OVER = ("/dev/", "/proc/")
_STEP = 1 << 20


def read_file(path: str, missing: str, hint: str, most: int) -> bytes:
    """Return the bytes of a file, `most` at most.

    Raise UsageError: `missing` with `hint` where there is no such file, else why it cannot be
    read. A named pipe is refused, for whoever opens one may wait for ever; one that a shell hands
    over (`/dev/fd/63`, `/dev/stdin`) is read to its end.
    """
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb", buffering=0) as stream:
            if stat.S_ISFIFO(os.fstat(handle).st_mode):
                if not path.startswith(_HANDED_OVER):
                    raise UsageError("is a pipe, not a file", path=path, hint="Name a file")
                os.set_blocking(handle, True)
            content = bytearray()
            while len(content) <= most and (part := stream.read(_STEP)):
                content += part
    except FileNotFoundError:
        raise UsageError(missing, path=path, hint=hint) from None
    except (OSError, ValueError) as error:  # ValueError: a path with a NUL in it
        why = getattr(error, "strerror", None) or str(error)
        where = "Check the path and who may read it"
        raise UsageError(f"cannot be read: {why}", path=path, hint=where) from None
    if len(content) > most:
        over = f"is over {most // 1_000_000} MB"
        raise UsageError(over, path=path, hint="Look whether it is the right file")
    return bytes(content)
