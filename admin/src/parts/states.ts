/** What a state means to the eye: somebody must act or wait, all is well, something is wrong, or it is over and quiet. */
export type Tone = 'wait' | 'good' | 'bad' | 'off';

/** The tone of every state of every life; its word is the translation `state.{kind}.{state}`. */
export const tones = {
  enterprise: {
    draft: 'off',
    submitted: 'wait',
    approved: 'wait',
    rejected: 'bad',
    active: 'good',
    suspended: 'bad',
    offboarded: 'off',
  },
  worker: { registered: 'wait', active: 'good', blocked: 'bad', suspended: 'bad', deregistered: 'off', erased: 'off' },
  realName: { pending: 'wait', verified: 'good', mismatch: 'bad', 'no-record': 'bad', error: 'wait' },
  card: { pending: 'wait', verified: 'good', refused: 'bad', error: 'wait', replaced: 'off' },
  verification: { pending: 'wait', match: 'good', mismatch: 'bad', 'no-record': 'bad', error: 'wait' },
  account: { open: 'good', closed: 'off' },
  signIn: { active: 'good', first: 'wait', ending: 'wait', blocked: 'bad' },
  session: {
    live: 'good',
    lapsed: 'off',
    'signed-out': 'off',
    'by-holder': 'off',
    'by-administrator': 'bad',
    'password-changed': 'off',
    'password-reset': 'off',
    'second-factor-changed': 'off',
    blocked: 'bad',
    'token-reused': 'bad',
    'role-changed': 'off',
  },
  contract: { draft: 'off', sent: 'wait', signed: 'good', revoked: 'bad', expired: 'off' },
  signatureRequest: {
    waiting: 'wait',
    opening: 'wait',
    open: 'wait',
    signed: 'good',
    refused: 'bad',
    expired: 'off',
    revoked: 'off',
    failed: 'bad',
  },
  document: { none: 'off', waiting: 'wait', faulty: 'bad', sealed: 'good' },
  task: { draft: 'off', submitted: 'wait', returned: 'bad', published: 'good', closed: 'off', cancelled: 'off' },
  engagement: {
    applied: 'wait',
    engaged: 'wait',
    delivered: 'wait',
    accepted: 'good',
    settled: 'good',
    cancelled: 'off',
  },
  batch: {
    uploaded: 'wait',
    checking: 'wait',
    quoted: 'wait',
    confirmed: 'wait',
    released: 'wait',
    paying: 'wait',
    completed: 'good',
    cancelled: 'off',
    expired: 'off',
  },
  line: { read: 'off', blocked: 'wait', held: 'off', ready: 'good', excluded: 'off' },
  order: { confirmed: 'wait', paying: 'wait', paid: 'good', returned: 'bad', failed: 'bad', cancelled: 'off' },
  deposit: { booked: 'good' },
  checkOutcome: { match: 'good', mismatch: 'bad', 'no-record': 'bad', error: 'wait' },
  bulkCheck: { waiting: 'wait', running: 'wait', done: 'good', cancelled: 'off' },
  circuit: { closed: 'good', 'half-open': 'wait', open: 'bad' },
  feePlan: { proposed: 'wait', rejected: 'bad', 'in-force': 'good', closed: 'off' },
  feeBill: { open: 'wait', settled: 'good' },
  backup: { running: 'wait', good: 'good', failed: 'bad', removed: 'off' },
  drill: { running: 'wait', passed: 'good', failed: 'bad' },
  delegation: { live: 'good', ended: 'off' },
  elevation: { live: 'good', ended: 'wait', reviewed: 'off' },
  approval: {
    pending: 'wait',
    approved: 'wait',
    executing: 'wait',
    executed: 'good',
    rejected: 'bad',
    withdrawn: 'off',
    expired: 'off',
    failed: 'bad',
  },
  bypass: { open: 'bad', acknowledged: 'good', settled: 'off' },
  finding: { open: 'bad', acknowledged: 'wait', resolved: 'good', recurring: 'bad', closed: 'off' },
  control: { met: 'good', partly: 'wait', 'not-met': 'bad', unknown: 'off' },
  evidence: { 'in-force': 'good', expired: 'bad', withdrawn: 'off' },
  retentionRun: { running: 'wait', done: 'good', failed: 'bad' },
  contactConsent: { given: 'good', noted: 'good', withdrawn: 'off', none: 'off' },
  legalHold: { standing: 'wait', ended: 'off' },
  dataRequest: { received: 'wait', working: 'wait', answered: 'good', refused: 'bad' },
  consent: { given: 'good', withdrawn: 'bad', none: 'off' },
  dataKey: { next: 'wait', current: 'good', older: 'wait', retired: 'off', destroyed: 'off' },
  reencryption: { waiting: 'wait', running: 'wait', done: 'good', failed: 'bad', cancelled: 'off' },
  job: { waiting: 'off', running: 'wait', done: 'good', failed: 'bad' },
  taxRecord: { reserved: 'wait', paid: 'good', voided: 'off' },
  payout: { prepared: 'wait', sent: 'wait', settled: 'good', rejected: 'bad', returned: 'bad', cancelled: 'off' },
  payoutFile: { prepared: 'wait', sending: 'wait', sent: 'good' },
  bankFile: { written: 'off', applied: 'good', repeated: 'off', refused: 'bad' },
  unmatchedAnswer: { open: 'wait', linked: 'good', dismissed: 'off' },
  taxCorrection: { open: 'wait', declared: 'good' },
  lineMeaning: { payout: 'off', return: 'bad', deposit: 'good', other: 'off' },
  taxPeriod: { open: 'wait', closed: 'wait', filed: 'good', paid: 'good' },
} as const satisfies Record<string, Record<string, Tone>>;

export type StateKind = keyof typeof tones;

/** The tone of a state; a state that this console does not know yet is shown quietly. */
export function toneOf(kind: StateKind, state: string): Tone {
  const known: Readonly<Record<string, Tone>> = tones[kind];
  return known[state] ?? 'off';
}

export function isKnownState(kind: StateKind, state: string): boolean {
  return state in tones[kind];
}
