"""HOW A CARD LOOKS: the list, the painting and the roles that ledger, entities, notes and review lists share."""
