"""Which capitalised words at the head of a sentence do something: Tramp said, not Tramp steamers.

An English noun in the singular needs its article before a verb, "'s" or "who"; a name does not.
"""

from __future__ import annotations

import re

_DOES = re.compile(
    r" (?:also |then |now |later |never |still |only |himself |herself )?"
    r"(?:said|says|told|tells|added|adds|replied|asked|asks|called|calls|wrote|writes|spoke|speaks"
    r"|announced|announces|claimed|claims|stressed|noted|warned|warns|promised|thanked|refused"
    r"|met|meets|came|comes|went|goes|left|leaves|arrived|arrives|returned|returns|won|wins|lost"
    r"|took|takes|gave|gives|made|makes|wants|wanted|thinks|thought|believes|believed|knows|knew"
    r"|is|was|has|had|will|would|did|does|can|could|must|may|might|should"
    r"|isn[’']t|wasn[’']t|hasn[’']t|won[’']t|wouldn[’']t|didn[’']t|doesn[’']t|can[’']t)\b"
    r"|[’']s [a-z]|, who\b"
)


def does_something(text: str, end: int) -> bool:
    """Say whether what ends at `end` stands as a person does: before a verb, 's or "who"."""
    return _DOES.match(text, end) is not None
