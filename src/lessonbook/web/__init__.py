"""The site, for one person on a laptop without set-up: pages over the register, search and publishing."""
