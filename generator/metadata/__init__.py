"""What a page's <head> tells programs: linked data, citation tags, cards, feeds."""
