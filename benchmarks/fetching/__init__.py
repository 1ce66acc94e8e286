"""Pages a second, fetched and kept, beside plain `requests`."""
