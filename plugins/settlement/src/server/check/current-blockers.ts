/**
 * Blockers in force of the lines `l` of a batch whose check number is `$check`: those of the line's own last check, and
 * the batch-wide ones of the batch's last check. Older rows are history.
 */
export const inForce = (check: string): string =>
  `b.line_id = l.id AND b.check_no = CASE WHEN b.lasting THEN l.check_no ELSE ${check} END`;
