import type { Queryable } from '@linggong/core';
import {
  blockerOf,
  type BatchBlockerCode,
  type BlockerCode,
  type BlockerGroup,
  type BlockerGroups,
  type BlockerParams,
  type Sight,
} from '../../api';
import { reasonsOf } from './line-view';
import { codesFor } from './sight';

const SAMPLE_ROWS = 5;

interface StoredGroup {
  readonly code: BlockerCode;
  readonly count: number;
  readonly sumFen: bigint;
}

interface SampleRow {
  readonly code: BlockerCode;
  readonly id: bigint;
  readonly rowNo: number;
  readonly nameMasked: string | null;
  readonly amountFen: bigint | null;
}

/** Why lines of a batch cannot be paid, grouped by reason, the largest sum first; and what stops the batch itself. */
export async function blockerGroupsOf(db: Queryable, batchId: number, sight: Sight): Promise<BlockerGroups> {
  const { blockers } = await db.one<{ blockers: { code: BatchBlockerCode; params: BlockerParams }[] }>(
    'SELECT blockers FROM settlement.batch_details WHERE batch_id = $1',
    [batchId],
  );
  const groups = await db.query<StoredGroup>(
    `SELECT code, count(*)::int AS count, coalesce(sum(l.amount_fen), 0)::bigint AS "sumFen"
       FROM settlement.lines l CROSS JOIN LATERAL unnest(${codesFor[sight]}) AS code
      WHERE l.batch_id = $1 AND l.state IN ('blocked', 'held')
      GROUP BY code ORDER BY "sumFen" DESC, count DESC, code`,
    [batchId],
  );
  const samples = await sampleRows(db, batchId, sight);
  return {
    batch: blockers.map(({ code, params }) => blockerOf(code, params)),
    groups: await withSamples(db, groups, samples, sight),
  };
}

function sampleRows(db: Queryable, batchId: number, sight: Sight): Promise<SampleRow[]> {
  return db.query<SampleRow>(
    `SELECT code, id, row_no AS "rowNo", name_masked AS "nameMasked", amount_fen AS "amountFen"
       FROM (SELECT code, l.*, row_number() OVER (PARTITION BY code ORDER BY l.row_no) AS place
               FROM settlement.lines l CROSS JOIN LATERAL unnest(${codesFor[sight]}) AS code
              WHERE l.batch_id = $1 AND l.state IN ('blocked', 'held')) ranked
      WHERE place <= $2 ORDER BY code, place`,
    [batchId, SAMPLE_ROWS],
  );
}

async function withSamples(
  db: Queryable,
  groups: readonly StoredGroup[],
  samples: readonly SampleRow[],
  sight: Sight,
): Promise<BlockerGroup[]> {
  const reasons = await reasonsOf(db, [...new Set(samples.map(({ id }) => id))], sight);
  return groups.map(({ code, count, sumFen }) => {
    const sample = samples
      .filter((row) => row.code === code)
      .map(({ id, rowNo, nameMasked, amountFen }) => ({
        lineId: Number(id),
        rowNo,
        nameMasked,
        amountFen: amountFen === null ? null : Number(amountFen),
        explain: (reasons.get(id)?.find((reason) => reason.code === code) ?? blockerOf(code)).explain,
      }));
    const first = samples.find((row) => row.code === code);
    const told = first && reasons.get(first.id)?.find((reason) => reason.code === code);
    return { ...(told ?? blockerOf(code)), count, sumFen: Number(sumFen), sample };
  });
}
