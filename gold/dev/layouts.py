"""The layout of each content of the development half."""

from gold.document import Layout

PLAN: dict[str, Layout] = {}
