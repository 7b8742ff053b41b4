"""Pure functions on strings: nothing here knows of files, glossaries or findings."""
