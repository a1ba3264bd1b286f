from helpers.register_home import home

__all__ = ["home"]
