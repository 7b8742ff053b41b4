"""What TBX, TMX and XLIFF share: concepts with terms by language, in XML."""
