import type { Queryable } from '@linggong/core';
import type { Day, Fen, Month } from '@linggong/core/domain';
import {
  allocateDue,
  monthIndexOf,
  NO_VAT,
  stateKey,
  type ChargedShare,
  type Regime,
  type RestatedMonth,
  type VatAmounts,
  type VatDue,
  type VatRole,
} from '../../domain';
import { MONTH_ENTRIES } from '../state/month-entries';

/** What stands charged in a month on the payments of one enterprise, with one VAT period of it. */
interface ShareRow extends VatAmounts {
  readonly workerId: number;
  readonly regime: Regime;
  readonly month: Month;
  readonly enterpriseId: number;
  /** A day on which the payer withheld; null for all other payments. */
  readonly day: Day | null;
  readonly vatRole: VatRole;
  readonly payments: number;
  readonly last: number;
  readonly incomeTaxFen: Fen;
}

export type Shares = ReadonlyMap<string, readonly ShareRow[]>;

/** What stands charged from a month on, by worker, regime and month (`shareKey`); voided payments no longer count. */
export async function readShares(
  db: Queryable,
  groupCode: string,
  workerIds: readonly number[],
  fromMonth: Month,
): Promise<Shares> {
  const rows = await db.query<ShareRow>(
    `SELECT r.worker_id AS "workerId", r.regime, r.tax_month AS month, r.enterprise_id AS "enterpriseId",
            CASE WHEN r.vat_role = 'payer-withholds' THEN r.tax_day::text END AS day,
            r.vat_role AS "vatRole", sum(r.payments)::integer AS payments,
            max(r.sequence) AS last, sum(r.vat_fen)::bigint AS "vatFen",
            sum(r.urban_maintenance_fen)::bigint AS "urbanMaintenanceFen", sum(r.education_fen)::bigint AS "educationFen",
            sum(r.local_education_fen)::bigint AS "localEducationFen", sum(r.income_tax_fen)::bigint AS "incomeTaxFen"
       FROM ${MONTH_ENTRIES} r
      WHERE r.group_code = $1 AND r.worker_id = ANY($2::integer[]) AND r.tax_month >= $3 AND r.state <> 'voided'
      GROUP BY 1, 2, 3, 4, 5, 6`,
    [groupCode, workerIds, fromMonth],
  );
  const shares = new Map<string, ShareRow[]>();
  for (const row of rows) {
    const key = shareKey(row, monthIndexOf(row.month));
    const known = shares.get(key);
    if (known) known.push(row);
    else shares.set(key, [row]);
  }
  return shares;
}

/** What restating changes of the charges of one enterprise in one VAT period of a month. */
export interface AllocatedChange extends VatAmounts {
  readonly month: number;
  readonly enterpriseId: number;
  readonly day: Day | null;
  readonly incomeTaxFen: Fen;
}

const COMPONENTS = ['vatFen', 'urbanMaintenanceFen', 'educationFen', 'localEducationFen'] as const;

/** What is left of a month whose payments are all void. */
export function emptiedMonth(month: number): RestatedMonth {
  return { month, vat: [], incomeTaxDueFen: 0n, incomeTaxChangeFen: 0n };
}

/** What a restated month changes, enterprise by enterprise. */
export function allocateMonth(month: RestatedMonth, shares: readonly ShareRow[]): AllocatedChange[] {
  const changes = periodsOf(month, shares).flatMap((period) => allocateVat(month.month, period, shares));
  for (const [enterpriseId, incomeTaxFen] of allocateDue(month.incomeTaxDueFen, incomeTaxShares(shares))) {
    const known = changes.findIndex((change) => change.day === null && change.enterpriseId === enterpriseId);
    const change = changes[known] ?? { ...NO_CHANGE, month: month.month, enterpriseId };
    if (known >= 0) changes.splice(known, 1);
    changes.push({ ...change, incomeTaxFen });
  }
  return changes.filter((change) => change.incomeTaxFen !== 0n || COMPONENTS.some((name) => change[name] !== 0n));
}

const NO_CHANGE = {
  day: null,
  vatFen: 0n,
  urbanMaintenanceFen: 0n,
  educationFen: 0n,
  localEducationFen: 0n,
  incomeTaxFen: 0n,
} as const;

/** The VAT periods of a month; one whose payments are all void owes nothing. */
function periodsOf({ vat }: RestatedMonth, shares: readonly ShareRow[]): Pick<VatDue, 'day' | 'due'>[] {
  const days = new Set([null, ...shares.map(({ day }) => day)]);
  return [...days].map((day) => ({ day, due: vat.find((period) => period.day === day)?.due ?? NO_VAT }));
}

function allocateVat(
  month: number,
  { day, due }: Pick<VatDue, 'day' | 'due'>,
  shares: readonly ShareRow[],
): AllocatedChange[] {
  const own = shares.filter((share) => share.day === day && share.vatRole !== 'self');
  const byComponent = COMPONENTS.map((name) =>
    allocateDue(
      due[name],
      own.map((share) => ({ ...share, live: share.payments > 0, chargedFen: share[name] })),
    ),
  );
  return own.map(({ enterpriseId }) => {
    const [vatFen = 0n, urbanMaintenanceFen = 0n, educationFen = 0n, localEducationFen = 0n] = byComponent.map(
      (changes) => changes.get(enterpriseId) ?? 0n,
    );
    const amounts = { vatFen, urbanMaintenanceFen, educationFen, localEducationFen };
    return { month, enterpriseId, day, ...amounts, incomeTaxFen: 0n };
  });
}

/** Income tax is one for all payments of a month, however their VAT is declared. */
function incomeTaxShares(shares: readonly ShareRow[]): ChargedShare[] {
  const merged = new Map<number, ChargedShare>();
  for (const { enterpriseId, incomeTaxFen, payments, last } of shares) {
    const known = merged.get(enterpriseId);
    merged.set(enterpriseId, {
      enterpriseId,
      chargedFen: (known?.chargedFen ?? 0n) + incomeTaxFen,
      live: (known?.live ?? false) || payments > 0,
      last: Math.max(known?.last ?? 0, last),
    });
  }
  return [...merged.values()];
}

export function shareKey(row: Pick<ShareRow, 'workerId' | 'regime'>, month: number): string {
  return `${stateKey(row)}/${month}`;
}
