import type { WaitingKind } from '@linggong/access';
import { contractList } from './console';

/** What waits at contracts (待办): one’s own signature, and documents that could not be sealed. */
export const waitingKinds: readonly WaitingKind[] = [
  { key: 'sentContracts', roles: ['worker'], list: contractList, filter: { state: 'sent' }, since: 'sentAt' },
  {
    // An enterprise signs its cooperation agreement; what its workers have to sign waits for them.
    key: 'ownContracts',
    roles: ['enterprise'],
    list: contractList,
    filter: { state: 'sent', kind: 'enterprise-cooperation' },
    since: 'sentAt',
  },
  {
    // A character that no font has, a time stamp authority that is away.
    key: 'unsealedContracts',
    roles: ['operator'],
    list: contractList,
    filter: { documentState: 'faulty' },
    since: 'signedAt',
  },
];
