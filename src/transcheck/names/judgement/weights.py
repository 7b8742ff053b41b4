"""The weights of the three judgements: log-odds for each unit of a feature.

One name or two (LIKENESS), which side is wrong (DIRECTION), which name of the glossary, if any
(MATCH: what is said of the stranger speaks against every name alike). Written by
`python -m benchmarks.training likeness`, `… direction` and `… matches`, fitted on articles and
glossaries that benchmarks/training composed (logistic regression, L2). Not to be edited by hand.
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
    "capitals lost": 3.31,
    "marks lost": 4.0,
    "marks of another language": 2.52,
    "damage by ear": 0.97,
    "damage": 0.78,
    "damage, language unknown": 0.5,
    "counts": 1.34,
    "full name": 1.1,
    "ending left on": 0.49,
    "stands bare": 1.3,
    "known": 1.07,
}

MATCH = {
    "start": 3.42,
    "cost per letter": -8.21,
    "unexplained letters": -1.47,
    "letters swapped or doubled": 1.12,
    "slip at the start": -2.44,
    "slip in a consonant": 0.8,
    "slip in a recorded name": -1.21,
    "case ending": -0.09,
    "case ending of two letters": 1.16,
    "marks only": 2.7,
    "letters": 1.22,
    "other words agree": 2.03,
    "slip beside a word that agrees": -0.09,
    "several words damaged": 1.65,
    "family name alone": -0.83,
    "stranger: ordinary word": 1.12,
    "stranger: known name": 1.94,
    "stranger: recorded name": 2.65,
    "stranger: near words": 0.8,
    "stranger: language unknown": 0.09,
}
