import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Timeline } from '../parts/timeline';
import type { VersionRecord, VersionStep } from './configuration';
import { returnsOf } from './returned';

/** What a step was: making, writing, or the state that it led to; from where matters where a draft came back. */
export function stepName({ from, to, wrote }: VersionStep): string {
  if (from === null) return 'created';
  if (wrote) return 'saved';
  if (to === 'draft' && from === 'submitted') return 'returned';
  if (to === 'in-force' && from === 'superseded') return 'restored';
  return to;
}

/** What happened to a version, newest first: who did it, when and why. */
export function VersionTimeline({ version: { steps } }: { version: VersionRecord }): ReactNode {
  const translate = useTranslate();
  const returns = returnsOf(steps);
  const items = [...steps]
    .sort((one, other) => other.at.localeCompare(one.at))
    .map((step) => ({
      at: step.at,
      text: translate(`configuration.step.${returns.get(step) ?? stepName(step)}`),
      actor: step.by,
      reason: step.reason,
    }));
  return <Timeline items={items} />;
}
