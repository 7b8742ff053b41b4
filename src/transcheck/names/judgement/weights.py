"""The weights of the three judgements: log-odds for each unit of a feature.

One name or two (LIKENESS), which side is wrong (DIRECTION), which name of the glossary, if any
(MATCH: what is said of the stranger speaks against every name alike). Written by
`python -m benchmarks.training likeness`, `… direction` and `… matches`, fitted on articles and
glossaries that benchmarks/training composed (logistic regression, L2). Not to be edited by hand.
"""

LIKENESS = {
    "start": 3.81,
    "cost per letter": -22.5,
    "marks only": 3.51,
    "same given name or title": 4.02,
    "alone beside a full name": -0.48,
    "unexplained letters": 0.99,
    "case ending": -0.17,
    "letters": 1.81,
    "same segment": -0.38,
    "both often": -0.73,
    "once beside often": 0.07,
    "one is a word": 1.22,
}

DIRECTION = {
    "capitals lost": 3.35,
    "marks lost": 4.0,
    "marks of another language": 1.9,
    "damage by ear": 1.01,
    "damage": 0.81,
    "damage, language unknown": 0.52,
    "counts": 1.37,
    "full name": 1.06,
    "ending left on": 0.56,
    "stands bare": 1.17,
    "known": 1.04,
}

MATCH = {
    "start": 3.35,
    "cost per letter": -8.07,
    "unexplained letters": -1.62,
    "letters swapped or doubled": 1.28,
    "slip at the start": -2.32,
    "slip in a consonant": 0.8,
    "slip in a recorded name": -1.57,
    "case ending": -0.04,
    "case ending of two letters": 1.15,
    "marks only": 3.05,
    "letters": 1.25,
    "other words agree": 2.16,
    "slip beside a word that agrees": 0.01,
    "several words damaged": 1.67,
    "family name alone": -0.84,
    "stranger: ordinary word": 1.41,
    "stranger: known name": 2.07,
    "stranger: recorded name": 2.82,
    "stranger: near words": 0.78,
    "stranger: language unknown": -0.1,
}
