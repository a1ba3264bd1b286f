"""Lessons that recur, kept beside the register: which wording is in which lesson, and what editors decided of it."""
