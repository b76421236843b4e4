-- Whether the enterprise of a line has engaged its person, or has a signed agreement with him: of everybody else it is told one
-- reason, whether he is registered or not. Found by each check; of lines checked before it stays unknown, and the reader asks their
-- engagement: filling it would write every line of all time into the log of the standby and of the witness at once.
ALTER TABLE settlement.lines ADD COLUMN is_known boolean;
