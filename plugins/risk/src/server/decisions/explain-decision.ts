import type { Queryable } from '@linggong/core';
import { notFound, type Text2 } from '@linggong/core/domain';
import { versionOf } from '@linggong/studio';
import { evaluateTable, type DecisionTable } from '@linggong/studio/domain';
import type { DecisionAnswer } from '../../api';
import { factLabel, verdictOf } from '../../domain/decide';
import { featureNamed } from '../../domain/features';
import { HELD_BY_CLASS, verdictThen } from './class-hold';
import type { StoredDecision } from './decision-rows';
import { LET_OFF, tableThen } from './let-off';

/**
 * A decision in words, however old (R6.4): the version that decided is put to the kept snapshot again, by hand, so that the reasons and
 * the trace are those of the rows as they were. `isReproduced` says that it comes to the same.
 * @throws Problem 404 where the version is gone, which nothing of the platform does
 */
export async function explainDecision(db: Queryable, decision: StoredDecision): Promise<DecisionAnswer> {
  const version = await versionOf<DecisionTable>(db, decision.versionId);
  if (version === undefined) throw notFound({ zh: '决策所用的版本', en: 'version that decided' });
  const { outcome, trace } = evaluateTable(tableThen(version.content, decision.input), decision.input);
  const verdict = verdictThen(verdictOf(outcome), decision.input);
  const { versionId, versionNo, configurationId, key } = version;
  return {
    id: decision.id === undefined ? null : decision.id.toString(),
    at: decision.at.toISOString(),
    moment: decision.moment,
    subjectKind: decision.subjectKind,
    subjectId: decision.subjectId.toString(),
    workerId: decision.workerId,
    enterpriseId: decision.enterpriseId,
    run:
      decision.runKind === null
        ? null
        : { kind: decision.runKind, id: String(decision.runId ?? ''), no: decision.runNo ?? 0 },
    outcome: decision.outcome,
    score: decision.score,
    hits: [...decision.hits],
    reasons: verdict.reasons.map(({ zh, en }) => ({ zh, en })),
    trace: trace.map(({ zh, en }) => ({ zh, en })),
    input: Object.entries(decision.input).map(([name, value]) => ({
      name,
      label: labelOf(name, version.content),
      value,
    })),
    policy: { versionId, versionNo, configurationId, key },
    isReproduced: verdict.outcome === decision.outcome && verdict.hits.join() === decision.hits.join(),
    microseconds: decision.microseconds,
  };
}

/** As the table called it, or the catalogue of features. */
function labelOf(name: string, { columns }: DecisionTable): Text2 {
  if (name === LET_OFF) return { zh: '豁免或静默的规则', en: 'Rules let off' };
  if (name === HELD_BY_CLASS) return { zh: '须加强审核的企业等级', en: 'Class that is looked at closer' };
  const column = columns.find(({ role, field }) => role === 'input' && field === name);
  const { zh, en } = column?.label ?? featureNamed(name)?.label ?? factLabel(name) ?? { zh: name, en: name };
  return { zh, en };
}
