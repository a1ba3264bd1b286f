"""The same review in several documents: found by area, label and event; a person decides what is unsure."""
