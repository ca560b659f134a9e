"""What agrees and what differs: rows, verdicts, reasons, origins."""
