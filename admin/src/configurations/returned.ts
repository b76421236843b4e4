import type { VersionStep } from './configuration';

/** How a submitted version became a draft again: whoever submitted it took it back, or the second person did not approve it. */
export type Return = 'withdrawn' | 'rejected';

/** The steps that led back to a draft, with how; steps stand newest first, as the server tells them. */
export function returnsOf(steps: readonly VersionStep[]): ReadonlyMap<VersionStep, Return> {
  const found = new Map<VersionStep, Return>();
  steps.forEach((step, index) => {
    if (step.from !== 'submitted' || step.to !== 'draft' || step.wrote) return;
    const submitting = steps.slice(index + 1).find(({ to, from }) => to === 'submitted' && from !== 'submitted');
    // Who submits cannot decide; where the submission is too long ago to be told, a draft came back from whoever is named.
    found.set(step, submitting?.by === step.by ? 'withdrawn' : 'rejected');
  });
  return found;
}

/** The last return of a version that is being written again; undefined where it was never submitted or is submitted anew. */
export function lastReturn(steps: readonly VersionStep[], state: string): [VersionStep, Return] | undefined {
  if (!['draft', 'checked', 'replayed'].includes(state)) return undefined;
  const [last] = returnsOf(steps);
  return last;
}
