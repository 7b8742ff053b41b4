"""The weights of the two judgements: log-odds for each unit of a feature.

Written by `python -m benchmarks.training likeness` and `… direction`, fitted on articles that
benchmarks/training composed (logistic regression, L2). Not to be edited by hand.
"""

LIKENESS = {
    "start": 3.7,
    "cost per letter": -24.13,
    "marks only": 2.96,
    "same given name or title": 4.11,
    "alone beside a full name": -0.43,
    "unexplained letters": 1.5,
    "case ending": -0.12,
    "letters": 1.61,
    "same segment": -0.5,
    "both often": -0.67,
    "once beside often": 0.29,
    "one is a word": 1.15,
}

DIRECTION = {
    "capitals lost": 3.5,
    "marks lost": 3.97,
    "damage by ear": 0.99,
    "damage": 0.81,
    "damage, language unknown": 0.46,
    "counts": 1.28,
    "full name": 1.1,
    "ending left on": 0.35,
    "stands bare": 1.11,
    "known": 1.23,
}
