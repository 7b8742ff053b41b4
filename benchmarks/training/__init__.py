"""What is fitted for the judgements: pairs of names, composed articles, weights."""
