"""People: who they are to the desk and to each other."""
