import type { Consumer } from '@linggong/studio';
import { moments, policyKeyOf } from '../../domain/decide';
import { CLASSES_KEY, POLICY_KEY, RATING_KEY } from '../../domain/ratings';
import { caseClocks, concentrationTable, promotionChecklist } from '../../domain/seeds';
import { pastCases } from './past-cases';
import { pastDecisions } from './past-decisions';
import { pastMaterials } from './past-materials';
import { pastPairs } from './past-pairs';
import { pastClasses, pastRatings, pastScores } from './past-ratings';

/** The decisions of the moment that a table of risk is for. */
export function replayOf(key: string): Pick<Consumer, 'replay'> {
  const moment = moments.find((one) => policyKeyOf(one) === key);
  return moment === undefined ? {} : { replay: pastDecisions(moment) };
}

/** Where the past of what else risk is configured by is (回放来源, R13.1). */
export const pastOfRisk: readonly Consumer[] = [
  { kind: 'decision-table', key: RATING_KEY, replay: pastRatings },
  { kind: 'decision-table', key: CLASSES_KEY, replay: pastScores },
  { kind: 'decision-table', key: POLICY_KEY, replay: pastClasses },
  { kind: 'decision-table', key: concentrationTable.key, replay: pastPairs },
  { kind: 'sla', key: caseClocks.key, replay: pastCases },
  { kind: 'checklist', key: promotionChecklist.key, replay: pastMaterials },
];
