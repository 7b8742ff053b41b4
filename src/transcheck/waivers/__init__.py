"""What was decided about findings: waivers (TOML, in git) and baselines (JSON), read and matched.

Nothing here changes what is found: a finding that is covered says so, and no longer counts.
"""

from __future__ import annotations

from transcheck.waivers.baseline import Baseline, read_baseline
from transcheck.waivers.reading import WaiverFile, read_waivers
from transcheck.waivers.verdicts import NOTHING_DECIDED, Verdicts

__all__ = ["NOTHING_DECIDED", "Baseline", "Verdicts", "WaiverFile", "read_baseline", "read_waivers"]
