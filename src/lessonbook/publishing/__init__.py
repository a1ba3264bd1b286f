"""Compose an issue from reviews, render it: html, docx, pdf, e-mail, text."""
