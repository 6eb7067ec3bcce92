"""What things are: frozen values that parse and print themselves."""
