"""Renderers: a flow to the bytes of a document. Each takes a look, which is all that it may choose by itself."""
