"""The rules of the desk: pure values and functions, standard library only, no input or output."""
