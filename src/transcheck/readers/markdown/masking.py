"""What of a Markdown file is not text at all: front matter, comments, scripts."""

from __future__ import annotations

import re

from transcheck.text.lines import split_lines

MASKED = "\x00"

_KEY = re.compile(r"[\w\"'-]+\s*[:=].*|#.*|\[.*|---|\+\+\+")
_PAIRS = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
_NOT_LINE_END = re.compile(r"[^\r\n]")


def mask(text: str) -> str:
    """Return `text`, as long as before, with every character that is no text as U+0000."""
    end = _front_matter_end(text)
    text = _NOT_LINE_END.sub(MASKED, text[:end]) + text[end:]
    for opening, closing in _PAIRS:
        text = _mask_between(text, opening, closing)
    return text


def _mask_between(text: str, opening: str, closing: str) -> str:
    lowered = text.lower() if len(text.lower()) == len(text) else text
    pieces, done = [], 0
    while (start := lowered.find(opening, done)) >= 0:
        end = lowered.find(closing, start + len(opening))
        if end < 0:
            break
        end += len(closing)
        pieces += [text[done:start], _NOT_LINE_END.sub(MASKED, text[start:end])]
        done = end
    return "".join([*pieces, text[done:]]) if pieces else text


def _front_matter_end(text: str) -> int:
    """Return where the front matter ends: keys between two fences at the very top, else 0."""
    if not text.startswith(("---", "+++")):
        return 0
    fence = text[:3]
    for number, (start, end) in enumerate(split_lines(text)):
        line = text[start:end].rstrip()
        if number == 0 and line != fence:
            return 0
        if number == 1 and not _KEY.fullmatch(line):
            return 0
        if number and line in (fence, "..."):
            return end
    return 0
