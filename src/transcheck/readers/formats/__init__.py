"""Input formats: one file each, discovered by its READER."""
