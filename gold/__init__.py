"""Invented reports as data, set in many layouts, with the record that a careful reader makes of each."""
