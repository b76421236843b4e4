import type { Queryable } from '@linggong/core';
import {
  blockerOf,
  toldBlockers,
  type Blocker,
  type BlockerCode,
  type BlockerParams,
  type SettlementLine,
  type Sight,
} from '../../api';
import type { LineFault, LineState } from '../../domain';
import { inForce } from '../check/current-blockers';
import { isOwnPerson, isStranger } from './sight';
import { wireRow } from './wire-row';

/** Columns of a line list, over `l` (settlement.lines) and `t` (tasks as that plugin publishes them). */
const lineColumns = {
  id: 'l.id',
  batchId: 'l.batch_id',
  rowNo: 'l.row_no',
  state: 'l.state',
  nameMasked: 'l.name_masked',
  identityMasked: 'l.identity_masked',
  phoneMasked: 'l.phone_masked',
  cardMasked: 'l.card_masked',
  taskNumber: 'l.task_number',
  taskTitle: 't.task_title',
  remark: 'l.remark',
  workerId: 'l.worker_id',
  engagementId: 'l.engagement_id',
  cardId: 'l.card_id',
  amountFen: 'l.amount_fen',
  grossFen: `CASE WHEN l.state = 'ready' THEN l.gross_fen END`,
  feeFen: `CASE WHEN l.state = 'ready' THEN l.fee_fen END`,
  vatFen: `CASE WHEN l.state = 'ready' THEN l.vat_fen END`,
  surchargeFen: `CASE WHEN l.state = 'ready' THEN l.surcharge_fen END`,
  incomeTaxFen: `CASE WHEN l.state = 'ready' THEN l.income_tax_fen END`,
  receivableFen: `CASE WHEN l.state = 'ready' THEN l.receivable_fen END`,
  collectedFen: `CASE WHEN l.state = 'ready' THEN l.collected_fen END`,
  netFen: `CASE WHEN l.state = 'ready' THEN l.net_fen END`,
} as const;

export const LINE_FROM = 'settlement.lines l LEFT JOIN tasks.published_task_facts t ON t.task_id = l.task_id';

/** The same without what would tell an enterprise that a person, a card or a task of somebody else is there. */
export const toldLineColumns = {
  ...lineColumns,
  taskTitle: `CASE WHEN EXISTS (SELECT FROM public.settlement_batches own
    WHERE own.id = l.batch_id AND own.enterprise_id = t.enterprise_id) THEN t.task_title END`,
  workerId: `CASE WHEN ${isOwnPerson} THEN l.worker_id END`,
  cardId: `CASE WHEN ${isOwnPerson} THEN l.card_id END`,
} as const satisfies Record<keyof typeof lineColumns, string>;

const selectOf = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, sql]) => `${sql} AS "${name}"`)
    .join(', ');

export const lineSelect: Readonly<Record<Sight, string>> = {
  exact: selectOf(lineColumns),
  told: selectOf(toldLineColumns),
};

export type StoredLine = {
  readonly [K in keyof typeof lineColumns]: K extends 'id'
    ? bigint
    : K extends 'state'
      ? LineState
      : K extends `${string}Fen`
        ? bigint | null
        : K extends 'batchId' | 'rowNo'
          ? number
          : K extends 'workerId' | 'engagementId' | 'cardId'
            ? number | null
            : string | null;
};

/** Lines as the API shows them, each with every reason why it cannot be paid, as far as the reader may know it. */
export async function lineViews(db: Queryable, rows: readonly StoredLine[], sight: Sight): Promise<SettlementLine[]> {
  const reasons = await reasonsOf(
    db,
    rows.map(({ id }) => id),
    sight,
  );
  return rows.map((row) => ({ ...wireRow(row), blockers: reasons.get(row.id) ?? [] }));
}

interface Reason {
  readonly id: bigint;
  readonly faults: readonly LineFault[] | null;
  readonly codes: readonly BlockerCode[];
  readonly params: Readonly<Record<string, BlockerParams>> | null;
  readonly isStranger: boolean;
}

/** Reasons in force of lines, in the order of their codes, with their words: the one place where they leave the server. */
export async function reasonsOf(db: Queryable, ids: readonly bigint[], sight: Sight): Promise<Map<bigint, Blocker[]>> {
  const rows = await db.query<Reason>(
    `SELECT l.id, l.faults, l.codes, ${isStranger} AS "isStranger",
            (SELECT jsonb_object_agg(b.code, b.params) FROM settlement.blockers b WHERE ${inForce('d.check_no')}) AS params
       FROM settlement.lines l JOIN settlement.batch_details d ON d.batch_id = l.batch_id
      WHERE l.id = ANY ($1::bigint[]) AND (l.faults IS NOT NULL OR l.codes <> '{}')`,
    [ids],
  );
  return new Map(
    rows.map((row) => [row.id, sight === 'told' ? toldBlockers(blockersOf(row), row.isStranger) : blockersOf(row)]),
  );
}

function blockersOf({ faults, codes, params }: Reason): Blocker[] {
  const ofFaults = new Map<string, BlockerParams>((faults ?? []).map((fault) => [fault.code, fault.params ?? {}]));
  // Before its first check a line has no codes yet, but its faults are known.
  const all = new Set<BlockerCode>([...codes, ...(faults ?? []).map(({ code }) => code)]);
  return [...all].map((code) => blockerOf(code, params?.[code] ?? ofFaults.get(code) ?? {}));
}
