"""The weights of the two judgements: log-odds for each unit of a feature.

Written by `python -m benchmarks.training likeness` and `… direction`, fitted on articles that
benchmarks/training composed (logistic regression, L2). Not to be edited by hand.
"""

LIKENESS = {
    "start": 3.72,
    "cost per letter": -21.77,
    "marks only": 3.67,
    "same given name or title": 3.45,
    "alone beside a full name": -0.35,
    "unexplained letters": 0.87,
    "case ending": -0.13,
    "letters": 1.85,
    "same segment": -0.32,
    "both often": -0.74,
    "once beside often": 0.26,
    "one is a word": 0.8,
}

DIRECTION = {
    "capitals lost": 4.17,
    "marks lost": 3.23,
    "damage by ear": 0.73,
    "damage": 0.28,
    "damage, language unknown": 0.41,
    "damage in the ending": 0.2,
    "counts": 1.5,
    "full name": 0.97,
    "ending left on": 0.42,
    "stands bare": 1.5,
    "known": 1.1,
}
