"""How machine translation damages a name: channels with their own rules and their own words.

`weigh` explains one form as damage of another by the cheapest chain of written rules, in either
direction; `is_within` only says whether that is cheap enough. `log_odds` (damage, or a stranger's
name that looks alike?) and `damage_odds` (which of the two is the damaged one?) are learned from
pairs of names.
"""

from transcheck.names.damage.channels import Damage, is_within, weigh
from transcheck.names.damage.likelihood import damage_odds, log_odds, log_probability

__all__ = ["Damage", "damage_odds", "is_within", "log_odds", "log_probability", "weigh"]
