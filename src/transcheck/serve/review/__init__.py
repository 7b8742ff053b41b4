"""The report as a page that is served to one editor on this machine, and writes what is decided."""
