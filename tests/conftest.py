"""How property tests choose their examples."""

from hypothesis import settings

# A change must not fail by chance: `make test` tries the same examples every time. `make explore` tries new ones.
settings.register_profile("steady", derandomize=True)
settings.register_profile("exploring", max_examples=500, deadline=None, print_blob=True)
settings.load_profile("steady")
