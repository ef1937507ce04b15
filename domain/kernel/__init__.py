"""What every rule is written with: money, prices, moments, codes and refusals."""
