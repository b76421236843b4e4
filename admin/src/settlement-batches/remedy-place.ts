import type { BatchDetail, RemedyAction } from '@linggong/settlement/api';

/** Where the remedy of a blocker is done: in the lines of this batch, on a sheet, on a page of the console, or by the platform’s staff. */
export type RemedyPlace =
  | { kind: 'lines'; act: 'edit' | 'exclude' }
  | { kind: 'contracts'; contract: 'worker-service' | 'tax-agency' }
  | { kind: 'checks'; subject: 'worker' | 'bank-card' }
  /** The records behind the lines: their engagements, or the tasks that they name. */
  | { kind: 'records'; of: 'engagement' | 'task' }
  | { kind: 'page'; resource: string; action: string; to: string }
  /** The button of that name in the head of the batch. */
  | { kind: 'head' }
  /** The platform’s staff do it at the page of the enterprise; the enterprise tells them of it. */
  | { kind: 'operator'; to: string };

function listOf(resource: string, filter: Readonly<Record<string, string>>): RemedyPlace {
  return {
    kind: 'page',
    resource,
    action: 'list',
    to: `/${resource}?filter=${encodeURIComponent(JSON.stringify(filter))}`,
  };
}

export function remedyPlace(action: RemedyAction, batch: Pick<BatchDetail, 'enterpriseId'>): RemedyPlace {
  const enterpriseId = batch.enterpriseId.toString();
  switch (action) {
    case 'edit-line':
      return { kind: 'lines', act: 'edit' };
    case 'exclude-lines':
      return { kind: 'lines', act: 'exclude' };
    case 'send-contract':
      return { kind: 'contracts', contract: 'worker-service' };
    case 'request-authorization':
      return { kind: 'contracts', contract: 'tax-agency' };
    case 'verify-identity':
      return { kind: 'checks', subject: 'worker' };
    case 'verify-card':
      return { kind: 'checks', subject: 'bank-card' };
    case 'register-worker':
      return { kind: 'page', resource: 'workers', action: 'create', to: '/workers?import=1' };
    case 'activate-worker':
      return listOf('workers', { state: 'suspended' });
    case 'accept-task':
      return { kind: 'records', of: 'engagement' };
    case 'open-task':
      return { kind: 'records', of: 'task' };
    case 'top-up-deposit':
    case 'sign-cooperation':
      return { kind: 'page', resource: 'enterprises', action: 'read', to: `/enterprises/${enterpriseId}/show` };
    case 'set-fee-plan':
      return listOf('fee-plans', { enterpriseId });
    case 'review-payments':
      return { kind: 'head' };
    case 'review-risk':
      return listOf('risk-cases', { enterpriseId });
    case 'contact-operator':
      return { kind: 'operator', to: `/enterprises/${enterpriseId}/show` };
  }
}

/** A filter takes so many numbers; what is left shows once these are done. */
const idsMax = 100;

const listOfRecord = { engagement: 'engagements', task: 'tasks' } as const;

/** The page of one record, or the list of exactly these. */
export function recordsPath(of: 'engagement' | 'task', ids: readonly number[]): string {
  const [only, ...others] = ids;
  const list = listOfRecord[of];
  if (only !== undefined && others.length === 0) return `/${list}/${only.toString()}/show`;
  return `/${list}?filter=${encodeURIComponent(JSON.stringify({ id: ids.slice(0, idsMax) }))}`;
}
