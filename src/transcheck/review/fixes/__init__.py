"""Fixes: the letters of a file that differ from the right ones, rewritten, and nothing else."""
