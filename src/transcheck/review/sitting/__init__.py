"""An editor at work: articles decided one by one, each decision written where it belongs at once.

Several may sit over the same files, in one program or in several: every write reads the file
anew while it is held, keeps what others wrote, and touches nothing that is not as it was seen.
"""
