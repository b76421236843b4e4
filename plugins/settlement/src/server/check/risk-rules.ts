import type { Queryable, Tx } from '@linggong/core';
import { lineTableKey } from '@linggong/risk';
import { inForce, pin, pinned, versionOf, type ConfiguredBy, type DecisionTable } from '@linggong/studio';

const subjectKind = 'settlement-batch';

/** The version of a risk table that a batch goes by (R13.1): its number is shown with the batch. */
export type RiskRules = ConfiguredBy<DecisionTable>;

/**
 * The version of a table that decides about a batch: the one that it was examined by first, else the one that is in force now. So what an
 * enterprise was quoted is not decided anew by rules that came later.
 * @throws Problem 503 `configuration-missing`
 */
export async function rulesOf(db: Queryable, batchId: number, key: string): Promise<RiskRules> {
  const versionId = (await keptBy(db, batchId, key))?.versionId;
  const kept = versionId === undefined ? undefined : await versionOf<DecisionTable>(db, versionId);
  return kept ?? inForce<DecisionTable>(db, 'decision-table', key);
}

/** The version that decides about the lines of a batch. @throws as `rulesOf` */
export function riskRulesOf(db: Queryable, batchId: number): Promise<RiskRules> {
  return rulesOf(db, batchId, lineTableKey);
}

/** Lets a batch keep the version that it was examined by. Where it keeps one of that table already, that stays. */
export function keepRules(tx: Tx, batchId: number, rules: RiskRules, at: Date): Promise<void> {
  return pin(tx, { kind: subjectKind, ids: [batchId] }, rules.versionId, at);
}

/** The version of the table of lines that a batch keeps, for its page; null before its first check and for batches of before there were versions. */
export async function riskRulesShown(
  db: Queryable,
  batchId: number,
): Promise<{ readonly configurationVersionId: number; readonly versionNo: number } | null> {
  const kept = await keptBy(db, batchId, lineTableKey);
  return kept === undefined ? null : { configurationVersionId: kept.versionId, versionNo: kept.versionNo };
}

async function keptBy(db: Queryable, batchId: number, key: string) {
  const kept = await pinned(db, { kind: subjectKind, ids: [batchId] });
  return kept.find((one) => one.key === key);
}
