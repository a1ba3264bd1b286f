"""The half that extraction is measured by: reports and layouts of its own."""
