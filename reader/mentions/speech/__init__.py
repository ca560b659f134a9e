"""Who says what: quotations and attributions."""
