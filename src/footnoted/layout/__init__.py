"""HTML and PDF bytes to blocks, tables and pages: what papers and sources share."""
