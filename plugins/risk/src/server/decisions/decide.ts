import type { Queryable } from '@linggong/core';
import type { Day } from '@linggong/core/domain';
import { decideTable, inForce, type ConfiguredBy } from '@linggong/studio';
import type { DecisionTable } from '@linggong/studio/domain';
import { policyKeyOf, verdictOf, type Moment, type Verdict } from '../../domain/decide';
import { featureNamed } from '../../domain/features';
import { readFeatures } from '../features/read-features';
import type { FeatureKeys } from '../features/sum-part';

/** What is known of a moment beside features, by field; amounts as whole fen. */
export type Facts = Readonly<Record<string, number | string | boolean>>;

export interface DecisionSubject {
  readonly id: number | bigint;
  readonly keys: FeatureKeys;
  readonly facts: Facts;
}

export interface DecisionRequest {
  readonly moment: Moment;
  /** Kind of all subjects, as in the log: `settlement-line`, `enterprise`. */
  readonly subjectKind: string;
  /** Today in Shanghai, on which the windows of features end. */
  readonly day: Day;
  readonly at: Date;
  /** What they are decided within. */
  readonly run?: { readonly kind: string; readonly id: number | bigint; readonly no: number };
  readonly subjects: readonly DecisionSubject[];
  /** The version that a subject keeps; the one in force where it is left out. */
  readonly policy?: ConfiguredBy<DecisionTable>;
}

export interface Decided {
  readonly request: DecisionRequest;
  /** The version of the table that decided; kept with each decision. */
  readonly policy: ConfiguredBy<DecisionTable>;
  /** In the order of the subjects. */
  readonly verdicts: readonly Verdict[];
  /** What each was decided on: facts and the features that the table asks. */
  readonly inputs: readonly Facts[];
  /** Mean of one decision. */
  readonly microseconds: number;
}

/** Subjects whose features are in memory at once. */
const chunkSize = 1_000;

/**
 * Decides about many subjects by the table in force (R6.3): reads the features that the table asks, puts it to each, and says what it
 * decided. Nothing is kept yet: see `appendDecisions`.
 * @throws Problem 503 `configuration-missing`; `table-not-decided` where the engine gives no answer in time: nothing is let through then
 */
export async function decide(db: Queryable, request: DecisionRequest): Promise<Decided> {
  const begun = process.hrtime.bigint();
  const policy = request.policy ?? (await inForce<DecisionTable>(db, 'decision-table', policyKeyOf(request.moment)));
  const verdicts: Verdict[] = [];
  const inputs: Facts[] = [];
  for (let start = 0; start < request.subjects.length; start += chunkSize) {
    const chunk = await inputsOf(db, request, policy.content, request.subjects.slice(start, start + chunkSize));
    inputs.push(...chunk);
    verdicts.push(...(await decideTable(policy.content, chunk)).map(verdictOf));
  }
  const spent = Number(process.hrtime.bigint() - begun) / 1_000;
  return { request, policy, verdicts, inputs, microseconds: Math.round(spent / Math.max(1, verdicts.length)) };
}

async function inputsOf(
  db: Queryable,
  { day }: DecisionRequest,
  table: DecisionTable,
  subjects: readonly DecisionSubject[],
): Promise<Facts[]> {
  const wanted = table.columns.flatMap(({ role, field }) => (role === 'input' ? (featureNamed(field) ?? []) : []));
  if (wanted.length === 0) return subjects.map(({ facts }) => facts);
  const values = await readFeatures(
    db,
    day,
    subjects.map(({ keys }) => keys),
    wanted,
  );
  return subjects.map(({ facts }, index) => ({ ...values[index], ...facts }));
}
