"""A virtual month: what happens in the world, what a careful person writes, what the run says."""
