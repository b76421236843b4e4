/** How far a complaint is, as it is told outside of risk; over `risk.cases c`. The words are those of `complaintHandling`. */
export const STATE_TOLD = `CASE c.state WHEN 'open' THEN 'received' WHEN 'closed' THEN 'answered' ELSE c.state END`;
