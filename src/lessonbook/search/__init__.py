"""Full text, meaning and facets over the register.

``lessonbook.register.setup`` must have opened a register before anything here is imported. The index changes in the
transaction that changes the register (``indexing``); meanings are computed after it (``meanings.learn``).
"""
