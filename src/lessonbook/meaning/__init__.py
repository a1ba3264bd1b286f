"""Sentences to vectors, offline: sentences that mean alike have vectors that point alike.

The model is all-MiniLM-L6-v2 with int8 weights (``model/``; ADR 0014 says how it was chosen). A vector has ``WIDTH``
numbers and length one, so the product of two vectors is their likeness, from -1 to 1.
"""

from lessonbook.meaning.model import MODEL, WIDTH, Vectors, encode
from lessonbook.meaning.signed import Signed, likeness, likenesses, signed

__all__ = ["MODEL", "WIDTH", "Signed", "Vectors", "encode", "likeness", "likenesses", "signed"]
