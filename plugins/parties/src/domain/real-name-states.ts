/** How the identity check of a worker stands (实名状态). */
export const realNameStates = ['pending', 'verified', 'mismatch', 'no-record', 'error'] as const;
export type RealNameState = (typeof realNameStates)[number];

/**
 * How a bank card stands. `refused` covers every negative answer; the evidence record says which. `replaced` is a version
 * that the worker gave up: orders that were paid to it go on pointing at it.
 */
export const cardStates = ['pending', 'verified', 'refused', 'error', 'replaced'] as const;
export type CardState = (typeof cardStates)[number];

/** Which VAT rule a worker's payments follow by default (domain 2.1). */
export const vatRoles = ['platform-files', 'payer-withholds', 'self'] as const;
export type VatRole = (typeof vatRoles)[number];

/** Documents that a worker can be registered with; each is a kind of the real-name algorithms. */
export const identityKinds = ['resident-id', 'hmt-residence-permit', 'foreign-pr-card'] as const;
export type IdentityKind = (typeof identityKinds)[number];

export const workerSources = ['online', 'staff', 'import'] as const;
export type WorkerSource = (typeof workerSources)[number];
