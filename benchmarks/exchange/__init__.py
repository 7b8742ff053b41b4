"""Glossaries of other programs: what our readers find in them, beside independent readers."""
