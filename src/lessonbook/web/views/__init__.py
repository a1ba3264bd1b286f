"""What each address answers with: one file a place."""
