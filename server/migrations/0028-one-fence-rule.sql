-- Mandates stand in the rule of the fence itself (principals, 0027-mandates-behind-the-fence): the second rule beside it did not ask for which items they are.
drop policy if exists represented on matters.matters;
