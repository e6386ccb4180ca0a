"""Citations: works as CSL-JSON, and what reference managers and readers make of them."""
