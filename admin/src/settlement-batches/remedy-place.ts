import type { BatchDetail, RemedyAction } from '@linggong/settlement/api';

/** Where the remedy of a blocker is done: in the lines of this batch, on a sheet, on a page of the console, or elsewhere. */
export type RemedyPlace =
  | { kind: 'lines' }
  | { kind: 'contracts'; contract: 'worker-service' | 'tax-agency' }
  | { kind: 'checks'; subject: 'worker' | 'bank-card' }
  | { kind: 'page'; resource: string; action: string; to: string }
  | { kind: 'elsewhere' };

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
    case 'exclude-lines':
      return { kind: 'lines' };
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
      return listOf('engagements', { enterpriseId, state: 'delivered' });
    case 'top-up-deposit':
    case 'sign-cooperation':
    case 'set-fee-plan':
      return { kind: 'page', resource: 'enterprises', action: 'read', to: `/enterprises/${enterpriseId}/show` };
    case 'review-risk':
    case 'contact-operator':
      return { kind: 'elsewhere' };
  }
}
