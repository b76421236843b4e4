/** What clears a blocker. The console shows `label` as the button of the group. */
export const remedyActions = [
  'edit-line',
  'exclude-lines',
  'register-worker',
  'verify-identity',
  'activate-worker',
  'send-contract',
  'request-authorization',
  'verify-card',
  'accept-task',
  'open-task',
  'top-up-deposit',
  'sign-cooperation',
  'review-risk',
  'set-fee-plan',
  'contact-operator',
  'review-payments',
] as const;
export type RemedyAction = (typeof remedyActions)[number];

/**
 * `error`: the sheet itself is wrong (red). `action`: something must be done elsewhere first (amber). `hold`: risk
 * decided to wait; the line is `held`, not `blocked` (grey).
 */
export const severities = ['error', 'action', 'hold'] as const;
export type Severity = (typeof severities)[number];

export interface CatalogueEntry {
  scope: 'line' | 'batch';
  severity: Severity;
  /** A group's heading. */
  title: { zh: string; en: string };
  /** One sentence; `{name}` is filled from the blocker's params, and `{amountFen}`-like names are shown in yuan. */
  explain: { zh: string; en: string };
  remedy: { action: RemedyAction; label: { zh: string; en: string } };
}
