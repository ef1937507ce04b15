"""How the desk is run: the numbers its operators set."""
