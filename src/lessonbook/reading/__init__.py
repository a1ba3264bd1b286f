"""Bytes to a Document: text, pages, blocks, tables, boxes. One file a format."""
