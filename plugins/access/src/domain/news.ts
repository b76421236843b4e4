/** What came of one's own things (消息): nobody is asked to do anything by it, and no account was changed. */
export const newsKinds = [
  'export-ready',
  'export-failed',
  'batch-quoted',
  'batch-stuck',
  'batch-returned',
  'batch-completed',
  'approval-approved',
  'approval-rejected',
  'approval-expired',
  'enterprise-approved',
  'enterprise-sent-back',
  'task-published',
  'task-sent-back',
  'task-applied',
  'application-accepted',
  'application-declined',
  'complaint-answered',
  'data-request-answered',
  'data-request-refused',
  'contract-to-sign',
] as const;
export type NewsKind = (typeof newsKinds)[number];

/** To whom: one account, or all accounts of an enterprise or a worker; who is blocked is told nothing. */
export type Addressee =
  { readonly accountId: number } | { readonly enterpriseId: number } | { readonly workerId: number };

/** One thing that is told. Never personal data: numbers of the business, days, rows of pages. */
export interface News {
  readonly kind: NewsKind;
  readonly to: Addressee;
  /** List of the console on which it stands, and its row there. */
  readonly page: string;
  readonly id: number | string;
  /** Its business number; of an approval what is asked, of an export the list. */
  readonly number?: string | undefined;
  /** Until when there is something to do about it. */
  readonly dueAt?: Date | null | undefined;
}
