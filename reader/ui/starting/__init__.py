"""What Qt and its enumerations would do anew at every start, cut short before they are loaded."""
