"""Files written exactly; the built site checked and published in one step; its Content-Security-Policy."""
