"""The development half of the gold set."""
