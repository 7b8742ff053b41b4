"""The weights of the two judgements: log-odds for each unit of a feature.

Written by `python -m benchmarks.training likeness` and `… direction`, fitted on articles that
benchmarks/training composed (logistic regression, L2). Not to be edited by hand.
"""

LIKENESS = {
    "start": 3.69,
    "cost per letter": -24.09,
    "marks only": 2.98,
    "same given name or title": 4.11,
    "alone beside a full name": -0.42,
    "unexplained letters": 1.5,
    "case ending": -0.12,
    "letters": 1.6,
    "same segment": -0.51,
    "both often": -0.68,
    "once beside often": 0.3,
    "one is a word": 1.15,
}

DIRECTION = {
    "capitals lost": 3.5,
    "marks lost": 3.21,
    "damage by ear": 1.01,
    "damage": 0.81,
    "damage, language unknown": 0.46,
    "counts": 1.26,
    "full name": 1.13,
    "ending left on": 0.36,
    "stands bare": 1.12,
    "known": 1.22,
}
