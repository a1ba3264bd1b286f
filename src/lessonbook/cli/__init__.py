"""The command line: thin, one call of one room below for each command."""
