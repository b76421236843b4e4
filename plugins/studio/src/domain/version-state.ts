import type { Text2 } from '@linggong/core/domain';

/**
 * States of a version (版本状态). Content and cases may change in the first three alone, and a change makes it a draft again.
 * draft → checked (its cases pass) → replayed (on a past period, where its configuration has one) → submitted → scheduled (approved
 * by a second person) → in-force → superseded, or rolled-back. A submitted one that is rejected or withdrawn is a draft again.
 */
export const versionStates = [
  'draft',
  'checked',
  'replayed',
  'submitted',
  'scheduled',
  'in-force',
  'superseded',
  'rolled-back',
  'discarded',
] as const;
export type VersionState = (typeof versionStates)[number];

export const versionStateNames: Readonly<Record<VersionState, Text2>> = {
  draft: { zh: '草稿', en: 'Draft' },
  checked: { zh: '已检查', en: 'Checked' },
  replayed: { zh: '已回放', en: 'Replayed' },
  submitted: { zh: '待审批', en: 'Awaiting approval' },
  scheduled: { zh: '待生效', en: 'Scheduled' },
  'in-force': { zh: '生效中', en: 'In force' },
  superseded: { zh: '已被替代', en: 'Superseded' },
  'rolled-back': { zh: '已回退', en: 'Rolled back' },
  discarded: { zh: '已放弃', en: 'Discarded' },
};

/** Where each state may go. The database holds the same table (`studio.may_move`). */
export const moves: Readonly<Record<VersionState, readonly VersionState[]>> = {
  draft: ['checked', 'discarded'],
  checked: ['draft', 'replayed', 'submitted', 'discarded'],
  replayed: ['draft', 'checked', 'submitted', 'discarded'],
  submitted: ['draft', 'scheduled', 'in-force'],
  scheduled: ['in-force', 'discarded'],
  'in-force': ['superseded', 'rolled-back'],
  superseded: ['in-force'],
  'rolled-back': [],
  discarded: [],
};
