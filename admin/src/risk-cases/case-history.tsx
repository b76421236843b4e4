import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Timeline } from '../parts/timeline';
import type { CaseRecord } from './risk-case';
import { useSigns } from '../parts/signs';

type Step = CaseRecord['steps'][number];

/** Steps whose text is what was said, not why something was done. */
const spoken: readonly string[] = ['commented', 'task-added', 'task-done', 'evidence-added', 'answered'];

/** What happened to a case, newest first: who, when, in whose words. */
export function CaseHistory({ record }: { record: CaseRecord }): ReactNode {
  const told = useTold();
  const signs = useSigns();
  return (
    <Timeline
      items={record.steps.map((step) =>
        spoken.includes(step.step)
          ? { at: step.at, actor: step.actor, text: [told(step), step.text].filter(Boolean).join(signs.colon) }
          : { at: step.at, actor: step.actor, reason: step.text, text: told(step) },
      )}
    />
  );
}

/** A step with what it was about: the outcome, the measure, from which severity to which. */
function useTold(): (step: Step) => string {
  const translate = useTranslate();
  return ({ step, facts }) => {
    const said = (name: string): string | undefined => (typeof facts?.[name] === 'string' ? facts[name] : undefined);
    const word = translate(`riskCases.step.${step}`, { _: translate('timeline.changed') });
    const severity = (code: string | undefined): string => translate(`state.riskSeverity.${code ?? ''}`);
    const outcome = said('outcome');
    const measure = said('kind');
    if (step === 'graded') {
      return `${word} ${translate('riskCases.graded', { from: severity(said('from')), to: severity(said('to')) })}`;
    }
    if (step === 'closed' && outcome !== undefined) return `${word} · ${translate(`state.riskOutcome.${outcome}`)}`;
    if (step.startsWith('measure-') && measure !== undefined) {
      return [word, translate(`riskMeasures.kind.${measure}`), said('measure')].filter(Boolean).join(' · ');
    }
    return word;
  };
}
