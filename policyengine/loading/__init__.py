"""From the text of a policy file to a Policy, or to everything that is wrong with it."""
