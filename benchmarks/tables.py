"""Print figures beside their goals and the peer's."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.figures import Alarm, Result, count_by, share, tally_by
from benchmarks.scorer import Verdict


@dataclass(frozen=True)
class Row:
    """One figure: what it is, its goal ("≥ .85"), and each system's value, ours first."""

    name: str
    goal: str
    values: tuple[float, ...]
    of: int | None = None

    @property
    def met(self) -> bool | None:
        """Say whether our value meets the goal; None without a goal."""
        if not self.goal:
            return None
        sign, number = self.goal.split()
        value, goal = round(self.values[0], 6), float(number)
        return value >= goal if sign == "≥" else value <= goal


def show(value: float) -> str:
    """Write a count as it is, a share with three digits, a share of nothing as a dash."""
    if math.isnan(value):
        return "–"
    return str(value) if isinstance(value, int) else f"{value:.3f}"


def print_rows(title: str, systems: Sequence[str], rows: Iterable[Row]) -> None:
    """Print figures with goals, a column for each system."""
    print(f"\n{title}")
    head = "".join(f"{name:>16}" for name in systems)
    print(f"  {'figure':<52}{'goal':>8}{'':>8}{head}")
    for row in rows:
        word = {None: "", True: "met", False: "MISSED"}[row.met]
        of = f" of {row.of}" if row.of is not None else ""
        values = "".join(f"{show(value) + of:>16}" for value in row.values)
        print(f"  {row.name:<52}{row.goal:>8}{word:>8}{values}")


def rows_as_data(rows: Iterable[Row], systems: Sequence[str]) -> list[dict[str, Any]]:
    """Return figures for --json."""
    return [
        {"figure": row.name, "goal": row.goal or None, "met": row.met, "of": row.of}
        | {
            name: None if math.isnan(value) else value
            for name, value in zip(systems, row.values, strict=False)
        }
        for row in rows
    ]


def print_marks(title: str, verdicts: list[Verdict], key: Callable[[Verdict], str]) -> None:
    """Print found and fixed by a property of the marks."""
    print(f"\n  {title:<52}{'marks':>8}{'found':>8}{'fixed':>8}")
    for name, held in tally_by(verdicts, key).items():
        shares = f"{share(held.found, held.marks):>8.2f}{share(held.fixed, held.marks):>8.2f}"
        print(f"  {name:<52}{held.marks:>8}{held.found:>8}{held.fixed:>8}{shares}")


def print_findings(result: Result, key: str) -> None:
    """Print precision by a field of the findings, with the alarms on clean texts beside it."""
    clean: list[Alarm] = [*result.originals, *result.references]
    right, false, alarms = (count_by(part, key) for part in (result.right, result.false, clean))
    print(f"\n  {'by ' + key:<52}{'right':>8}{'false':>8}{'prec.':>8}{'clean':>8}")
    for name in sorted({*right, *false, *alarms}):
        precision = share(right[name], right[name] + false[name], empty=math.nan)
        line = f"{right[name]:>8}{false[name]:>8}{show(precision):>8}{alarms[name]:>8}"
        print(f"  {name:<52}{line}")


def print_traps(result: Result, counts: Mapping[str, int]) -> None:
    """Print how many traps were touched, by the reason they must stay silent."""
    touched: dict[str, int] = {}
    for trap in result.touched:
        touched[trap.why] = touched.get(trap.why, 0) + 1
    print(f"\n  {'traps by why':<82}{'traps':>8}{'touched':>8}{'per 100':>8}")
    for why, count in sorted(counts.items(), key=lambda pair: -pair[1]):
        held = touched.get(why, 0)
        print(f"  {why:<82}{count:>8}{held:>8}{100 * share(held, count):>8.1f}")
