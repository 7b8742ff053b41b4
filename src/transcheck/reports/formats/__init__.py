"""Report formats: one file each, discovered by its FORMAT."""
