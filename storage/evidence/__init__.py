"""Payment proofs: hostile bytes come in, a sealed original and a harmless picture come out.

Start reading at `desk.py`. This page imports nothing, so that the child process stays small."""
