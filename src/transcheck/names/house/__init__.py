"""The rules of one house, laid over what the glossaries say.

forms       ─ preferred forms and place names, by the day of the article ─► an index of the house
exceptions  ─ phrases in which nothing is judged
marks       ─ names with or without their marks
acronyms    ─ acronyms that stand unexplained
"""
