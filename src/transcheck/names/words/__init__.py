"""Where names stand: words, capitalised runs, full names, and how an article uses them."""
