"""Logistic regression on composed articles, and the one table that its weights go into."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import reload

import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.corpus import ROOT
from benchmarks.training.composer import compose
from benchmarks.training.examples import Example, list_examples
from benchmarks.training.pools import read_pools
from transcheck.names.judgement import weights

TABLE = ROOT / "src/transcheck/names/judgement/weights.py"
ARTICLES = 24_000
"""As many as the rarest evidence needs: marks of another language stand in one of a thousand."""
REGULARISATION = 1.0
"""Inverse strength of the L2 penalty on standardised weights (scikit-learn's C)."""


@cache
def fetch_examples(articles: int = ARTICLES, half: int | None = None) -> list[Example]:
    """Return the pairs of composed articles; with `half`, from every other name only."""
    pools = read_pools(half)
    return list(list_examples(compose(seed, pools) for seed in range(articles)))


def fit(
    names: Sequence[str], rows: Sequence[Mapping[str, float]], right: Sequence[bool]
) -> dict[str, float]:
    """Return the weight of each feature, without a constant of its own.

    Features are scaled by their root mean square for the penalty; weights are for the unscaled.
    """
    values = np.array([[row.get(name, 0.0) for name in names] for row in rows])
    scale = np.sqrt((values**2).mean(axis=0))
    scale[scale == 0] = 1.0
    model = LogisticRegression(C=REGULARISATION, fit_intercept=False, max_iter=5_000, tol=1e-8)
    model.fit(values / scale, np.array(right))
    fitted = model.coef_[0] / scale
    return {name: round(float(weight), 2) for name, weight in zip(names, fitted, strict=True)}


def write_table(**changed: Mapping[str, float]) -> None:
    """Write some of LIKENESS, DIRECTION and MATCH into the table, the others as they were."""
    now = reload(weights)
    tables = {name: getattr(now, name) for name in ("LIKENESS", "DIRECTION", "MATCH")}
    lines = [f'"""{now.__doc__}"""\n']
    for name, table in (tables | changed).items():
        rows = "".join(f'    "{key}": {value},\n' for key, value in table.items())
        lines.append(f"{name} = {{\n{rows}}}\n")
    TABLE.write_text("\n".join(lines), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "--quiet", str(TABLE)], check=True)


def print_weights(title: str, table: Mapping[str, float], before: Mapping[str, float]) -> None:
    """Print new weights beside those that stood in the table."""
    print(f"\n{title:<34}{'weight':>10}{'before':>10}")
    for name, weight in table.items():
        print(f"  {name:<32}{weight:>10.2f}{before.get(name, 0.0):>10.2f}")
