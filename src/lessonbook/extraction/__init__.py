"""A Document to claims about reviews. One file, or folder, a kind of source."""
