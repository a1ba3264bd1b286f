"""Print the data dictionary: ``python -m lessonbook.register.export > docs/data-dictionary.md``."""

import sys

from lessonbook.register.export.dictionary import dictionary

sys.stdout.write(dictionary())
