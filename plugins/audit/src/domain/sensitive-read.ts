/**
 * What is opened in clear: the kinds of fields of the vault, what it seals and shows to nobody, and private files (私密文件). Kept here
 * because the log names them and stands below the vault, whose types have to fit.
 */
export const readKinds = [
  'name',
  'identity-number',
  'phone',
  'bank-card',
  'address',
  'email',
  'totp-secret',
  'approval-payload',
  'form-draft',
  'file',
] as const;

export type ReadKind = (typeof readKinds)[number];

/** Why something is opened (明文读取的用途). A purpose that no person sees the value of is the platform's own work. */
export const readPurposes = [
  // Asked of a register or a bank, or told to the person himself; nobody of the platform sees it.
  'identity-check',
  'card-check',
  'company-check',
  'holder-check',
  'payout-check',
  'payout-file',
  'file-hand-over',
  'bank-side',
  'contract-sending',
  'contract-document',
  'contract-masking',
  'signing-request',
  'signing-code',
  'signing-reminder',
  'seal-key',
  'line-correction',
  'data-copy',
  // Seen by who asked.
  'contract-text',
  'unreadable-amount',
] as const;

export type ReadPurpose = (typeof readPurposes)[number];

/**
 * Reads that an entry of their own tells of already, in the same call and more exactly than `sensitive.read` could: the action of that
 * entry and why one is enough. `restore` stands outside of the running platform and has no log to write into.
 */
export const coveredReads = {
  'private-file.read': 'the taking of a file by its link names file, hash, person and session',
  'second-factor.check':
    'a code is compared with the secret; session or factor entries tell how it ended, refusals as well',
  'approval.execute': 'the request is carried out, or looked at again before its decision; nobody is shown it',
  'audit-archive.read':
    'a month of the log, which holds masks alone: read back by the auditor, or gone through by a verification (`audit-log.verify`)',
  'console.make-export': 'what a file of a list was asked for by, read by the job that makes it; nobody is shown it',
  'worker.import': 'the sheet that is imported; the entry tells rows read and workers registered',
  'sensitive-field.read':
    'a value that is shown with a reason; the entry names row, field, approval and the look of its list',
  'account.notify':
    'a message to the holder of an account about it; the entry names account and notice, and nobody is shown the number',
  'form-draft.read': 'who began a form goes on with his own draft; the entry names form and version',
  restore: 'every file of a backup is opened to compare its hash, on a copy that serves nobody',
} as const;

export type CoveredRead = keyof typeof coveredReads;
