"""The JSON API, version 1: what the site shows, for programs; described by OpenAPI 3.1."""
