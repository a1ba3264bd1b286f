from helpers.site import home, register_of, role, site

__all__ = ["home", "register_of", "role", "site"]
