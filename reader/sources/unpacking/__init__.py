"""What comes compressed or in a container is unpacked in memory, with a cap on the bytes that come out."""
