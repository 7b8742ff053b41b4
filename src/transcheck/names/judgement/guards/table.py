"""What a guard is: a question to a pair of spellings."""

from __future__ import annotations

from collections.abc import Callable

from transcheck.names.judgement.pair import Pair

Guard = Callable[[Pair], str | None]
"""Takes a pair of spellings; returns why they are left alone, or None to let them by."""
