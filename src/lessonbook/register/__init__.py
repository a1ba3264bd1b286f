"""The record of truth: database, claims and their resolution, intake, archive, export."""
