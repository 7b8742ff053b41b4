"""A web page read for the article in it, every place traced back to the page's source."""
