import { kinds } from '@linggong/studio/domain';
import { z } from 'zod';
import type { VisitConclusion } from '../../api';
import { visitVerdicts, type VisitVerdict } from '../../domain/site-visit';
import { visitIncomplete } from './visit-problems';
import type { VisitChecklist } from './visit-rows';

const outcomeShape = z.object({
  verdict: z.enum([...visitVerdicts, 'incomplete']),
  missing: z.array(z.string()),
  withoutEvidence: z.array(z.string()),
  unknown: z.array(z.string()),
});

/** The verdict as the kind `checklist` gives it; a visit that lacks something ends neither well nor badly. @throws Problem 422 `site-visit-incomplete` */
export function verdictOf(
  list: VisitChecklist,
  answers: VisitConclusion['answers'],
  evidence: ReadonlyMap<string, number>,
): VisitVerdict {
  const kind = kinds.find((one) => one.kind === 'checklist');
  if (!kind) throw new Error('there is no kind of checklist');
  const given = answers.map(({ item, answer }) => ({ item, answer, evidence: evidence.get(item) ?? 0 }));
  // The content was read by its kind before it was stored.
  const { outcome } = kind.evaluate(list as never, { answers: given });
  const { verdict, missing, withoutEvidence, unknown } = outcomeShape.parse(outcome);
  const lacking = [...missing, ...withoutEvidence, ...unknown];
  if (lacking.length > 0 || verdict === 'incomplete') {
    const wordOf = new Map(list.items.map((item) => [item.id, item.text]));
    throw visitIncomplete(lacking.slice(0, 5).map((item) => wordOf.get(item) ?? { zh: item, en: item }));
  }
  return verdict;
}
