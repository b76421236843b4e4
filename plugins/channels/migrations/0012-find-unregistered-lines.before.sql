-- Finance looks for the credits that are no deposit yet: few among all lines of all statements, newest first
-- (NULLS LAST is how the lists of the console order).
CREATE INDEX statement_lines_unregistered ON channels.statement_lines (booked_at DESC NULLS LAST, id DESC)
 WHERE direction = 'credit' AND NOT reversal AND deposit_number IS NULL;
