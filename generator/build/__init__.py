"""One build from records to a published site, and the preview."""
