"""Worker processes end with the process that started them, however that one ended."""

from __future__ import annotations

import os
from multiprocessing import parent_process
from threading import Thread


def end_with_parent() -> None:
    """From now on this worker ends when its parent does: killed, it tells its workers nothing.

    They would wait for it for ever, and keep the pipes open that a job waits for.
    """
    Thread(target=_wait, daemon=True).start()


def _wait() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
