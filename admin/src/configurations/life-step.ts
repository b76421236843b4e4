import type { VersionState } from '@linggong/studio/domain';
import type { VersionRecord } from './configuration';

/** Steps of the life of a version in the order of the page; a configuration without a past has no replay. */
export function stepsOf(replayable: boolean): readonly string[] {
  return ['draft', 'check', 'replay', 'submit', 'approve', 'effect'].filter((step) => step !== 'replay' || replayable);
}

type LifePart = Pick<VersionRecord, 'state' | 'faults' | 'cases' | 'check' | 'replayable' | 'allowed' | 'staleReplay'>;

const nextStep: Readonly<Record<VersionState, string | undefined>> = {
  draft: 'draft',
  checked: 'replay',
  replayed: 'submit',
  submitted: 'approve',
  scheduled: 'effect',
  'in-force': undefined,
  superseded: undefined,
  'rolled-back': undefined,
  discarded: undefined,
};

/** Place of the present step in `stepsOf`; behind the last one where the life is over. */
export function presentStep(version: LifePart): number {
  const steps = stepsOf(version.replayable);
  const next = nextStep[version.state];
  if (next === undefined) return steps.length;
  if (next === 'draft') return isReadyToCheck(version) ? 1 : 0;
  if (next === 'replay' && !version.replayable) return steps.indexOf('submit');
  if (next === 'submit' && version.staleReplay !== null && version.replayable) return steps.indexOf('replay');
  return steps.indexOf(next);
}

const isReadyToCheck = ({ faults, cases }: LifePart): boolean => faults.length === 0 && cases.length > 0;

/** What keeps a version from its next step, or what that step is: a key of `configuration.missing` and its figure. */
export interface Missing {
  key: string;
  count?: number;
}

/** What is missing for the next step, in the order in which it is to be done; the last one is the step itself. */
export function missingOf(version: LifePart, dirty: boolean): readonly Missing[] {
  if (dirty) return [{ key: 'save' }];
  const { state, faults, cases, check } = version;
  if (version.staleReplay !== null) return [{ key: state === 'submitted' ? 'staleSubmitted' : 'stale' }];
  if (state === 'checked') return [{ key: version.replayable ? 'replay' : 'submit' }];
  if (state === 'submitted' && version.allowed.includes('approve')) return [{ key: 'decide' }];
  if (state !== 'draft') return [{ key: state }];
  const failed = check?.results.filter(({ passed }) => !passed).length ?? 0;
  const blocking: readonly Missing[] = [
    ...(faults.length > 0 ? [{ key: 'faults', count: faults.length }] : []),
    ...(cases.length === 0 ? [{ key: 'cases' }] : []),
  ];
  if (blocking.length > 0) return blocking;
  return failed > 0 ? [{ key: 'failed', count: failed }] : [{ key: 'check' }];
}
