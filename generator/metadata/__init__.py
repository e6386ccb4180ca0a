"""The head of a page, which programs read: linked data, citation tags, links to feeds and cards."""
