"""The bars of quality that every page of a built site has to pass, in a browser and as a file."""
