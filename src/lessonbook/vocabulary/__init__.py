"""The field's lists as data files, with look-ups. Imports only the domain."""
