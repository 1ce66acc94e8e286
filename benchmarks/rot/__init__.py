"""When is a failing link rotten? A year of nights, told by several rules, beside the truth."""
