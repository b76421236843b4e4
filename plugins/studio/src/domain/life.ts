import { moves, type VersionState } from './version-state';

/** What people do to a version, in the order in which pages offer it. */
export const versionActs = [
  'edit',
  'check',
  'replay',
  'submit',
  'approve',
  'reject',
  'withdraw',
  'discard',
  'roll-back',
] as const;
export type VersionAct = (typeof versionActs)[number];

/** States in which content and cases may be written. */
export const draftedStates: readonly VersionState[] = ['draft', 'checked', 'replayed'];

/** States of the one version of a configuration that is not yet, or no longer, what is in force. */
export const openStates: readonly VersionState[] = [...draftedStates, 'submitted', 'scheduled'];

const starts: Readonly<Record<VersionAct, readonly VersionState[]>> = {
  edit: draftedStates,
  check: draftedStates,
  replay: ['checked', 'replayed'],
  submit: from('submitted'),
  approve: ['submitted'],
  reject: ['submitted'],
  withdraw: ['submitted'],
  discard: from('discarded'),
  'roll-back': from('rolled-back'),
};

function from(to: VersionState): readonly VersionState[] {
  return (Object.keys(moves) as VersionState[]).filter((state) => moves[state].includes(to));
}

/** Whether an act may start from a state at all. */
export function mayStart(act: VersionAct, state: VersionState): boolean {
  return starts[act].includes(state);
}

/** Who wrote or submitted a version; nobody of them decides about it. */
export interface Authors {
  readonly createdBy: number | null;
  readonly updatedBy: number | null;
  readonly submittedBy: number | null;
  /** Everybody who ever saved or submitted it. */
  readonly writers: readonly number[];
}

export function isAuthor({ createdBy, updatedBy, submittedBy, writers }: Authors, accountId: number): boolean {
  return [createdBy, updatedBy, submittedBy, ...writers].includes(accountId);
}
