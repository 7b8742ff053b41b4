"""Parts of the Markdown report: what a row of its table says, and how text is escaped."""
