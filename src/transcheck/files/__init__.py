"""Bytes in and out: decode, and write so that nothing is ever half written."""
