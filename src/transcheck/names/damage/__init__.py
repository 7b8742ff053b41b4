"""How machine translation damages a name: channels with their own rules and their own words.

Every channel is a table of rules from what was written to what came out. `weigh` explains one
form as damage of another by the cheapest chain of rules, in either direction; the difference
between the two directions is evidence of which side is wrong.
"""

from transcheck.names.damage.channels import Damage, weigh

__all__ = ["Damage", "weigh"]
