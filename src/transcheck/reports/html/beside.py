"""The style sheet and the script of a folder's pages: two files that all of them share."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Beside:
    """Both files. Their names tell what is in them, so that no cache mixes two versions."""

    style: str
    script: str

    @property
    def style_name(self) -> str:
        """Where the style sheet lies, seen from a page."""
        return _name(self.style, "css")

    @property
    def script_name(self) -> str:
        """Where the script lies, seen from a page."""
        return _name(self.script, "js")

    def __iter__(self) -> Iterator[tuple[str, str]]:
        """Yield both as (file name, text)."""
        yield self.style_name, self.style
        yield self.script_name, self.script

    def name_in(self, loading: str) -> str:
        """Return the script that loads the other with its name filled in.

        In the text, where the page's lock vouches for it: an attribute could name any file.
        """
        return loading.replace("SCRIPT", self.script_name)

    def open_lock(self, lock: str) -> str:
        """Let the page's own two lines in, and what they load: the lock knows nothing of paths.

        A hash lets in no file where pages are opened from a disk (Chromium 150), 'self' does. The
        script is let in by 'strict-dynamic': what the page's own script names, and nothing else.
        """
        lock = lock.replace("style-src ", "style-src 'self' ")
        return lock.replace("; base-uri", " 'strict-dynamic'; base-uri")


def _name(text: str, suffix: str) -> str:
    return f"assets/transcheck-{hashlib.sha256(text.encode()).hexdigest()[:12]}.{suffix}"
