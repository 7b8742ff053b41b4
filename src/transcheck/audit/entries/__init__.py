"""Every row of a glossary tests itself: what is done to its names is found, and found as its own.

trials     ─ a row ─► damaged forms by channel, each in a carrier sentence of its kind
outcomes   ─ the sentence through the pipeline of `check` ─► what came out, and why not
reasons    ─ damage that no program could tell from another word: counted, not reported
collisions ─ what is known to fail and why, from the file beside the glossary; stale entries
findings   ─ one line a failing row; totals by channel
"""
