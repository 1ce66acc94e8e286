"""Questions to captures: guard, manners, one deadline, retries for weather."""
