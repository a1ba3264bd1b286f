"""The themes that statements are coded with: a starting vocabulary that an editor can extend."""

import msgspec

from lessonbook.vocabulary.tables import check_known, check_unique, entries_of, words_of


class Theme(msgspec.Struct, frozen=True):
    """A theme in one of the ``GROUPS``. ``note`` warns an editor, as of contested wording."""

    id: str
    name: str
    group: str
    note: str = ""


GROUPS: tuple[str, ...] = words_of("themes.toml", "groups")
THEMES: tuple[Theme, ...] = entries_of("themes.toml", "theme", Theme)
check_unique("themes.toml", (theme.id for theme in THEMES))
check_known("themes.toml", (theme.group for theme in THEMES), GROUPS)
