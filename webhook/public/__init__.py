"""The public face: the citizen's web chat and the pages around it."""
