import type { Queryable, Tx } from '@linggong/core';
import { covers, keysetPage, type Condition, type Page, type RowScope } from '@linggong/access';
import { allowedActions } from '@linggong/core/domain';
import type { EnterpriseAccountAnswer, EnterpriseAnswer, EnterpriseStep } from '../../api';
import { changeableFields, enterpriseLifecycle, type EnterpriseState, type VerificationState } from '../../domain';
import { reviewOf } from '@linggong/studio';
import type { ReviewAnswer } from '@linggong/studio/api';
import { admissionCriteria } from '../../domain/seeds/admission-criteria';
import { noSuchEnterprise } from './enterprise-problems';

type EnterpriseRow = Omit<EnterpriseAnswer, 'allowedActions' | 'changeableFields' | 'account' | 'state'> & {
  state: EnterpriseState;
};

const COLUMNS = `e.id, e.number, e.name, e.uscc, e.state, e.state_reason AS "stateReason",
  coalesce(v.state, 'pending') AS verification, v.evidence_code AS "verificationCode",
  e.legal_representative_masked AS "legalRepresentative", e.contact_name_masked AS "contactName",
  e.contact_phone_masked AS "contactPhone", e.registered_address AS "registeredAddress",
  e.business_scope AS "businessScope", e.industry, e.bank_name AS "bankName", e.bank_code AS "bankCode",
  e.bank_account_masked AS "bankAccount", e.urban_maintenance_rate AS "urbanMaintenanceRate",
  e.submitted_at AS "submittedAt", e.approved_at AS "approvedAt", e.signed_at AS "signedAt",
  e.suspended_at AS "suspendedAt", e.offboarded_at AS "offboardedAt", e.created_at AS "createdAt"`;
const FROM = `public.enterprises e LEFT JOIN parties.enterprise_verifications v ON v.enterprise_id = e.id`;

const ACCOUNT_COLUMNS = `id, enterprise_id AS "enterpriseId", sub_account_number AS "subAccountNumber",
  bank_name AS "bankName", bank_code AS "bankCode", state, opened_at AS "openedAt"`;

async function withAccounts(db: Queryable, rows: readonly EnterpriseRow[]): Promise<EnterpriseAnswer[]> {
  const accounts = await db.query<EnterpriseAccountAnswer>(
    `SELECT ${ACCOUNT_COLUMNS} FROM public.enterprise_accounts WHERE state = 'open' AND enterprise_id = ANY($1::int[])`,
    [rows.map(({ id }) => id)],
  );
  const accountOf = new Map(accounts.map((account) => [account.enterpriseId, account]));
  return rows.map((row) => ({
    ...row,
    allowedActions: allowedActions(enterpriseLifecycle, row.state),
    changeableFields: [...changeableFields(row.state)],
    account: accountOf.get(row.id) ?? null,
  }));
}

/** @throws Problem `not-found` */
export async function enterpriseById(db: Queryable, id: number): Promise<EnterpriseAnswer> {
  const rows = await db.query<EnterpriseRow>(`SELECT ${COLUMNS} FROM ${FROM} WHERE e.id = $1`, [id]);
  const [enterprise] = await withAccounts(db, rows);
  if (enterprise === undefined) throw noSuchEnterprise();
  return enterprise;
}

/** What waits for a reviewer, or was decided by the account `$1`; over `public.enterprises e`. */
export const ENTERPRISE_QUEUE = `(e.state = 'submitted'
  OR EXISTS (SELECT FROM parties.published_reviews q WHERE q.enterprise_id = e.id AND q.account_id = $1))`;

function scopeCondition(scope: RowScope): Condition[] {
  if (scope.kind === 'all') return [];
  if (scope.kind === 'account') return [{ sql: ENTERPRISE_QUEUE, values: [scope.accountId] }];
  return [{ sql: 'e.id = $1', values: [scope.kind === 'enterprise' ? scope.enterpriseId : 0] }];
}

/** An enterprise outside of the caller's rows is answered as not there. @throws Problem `not-found` */
export async function demandEnterprise(db: Queryable, scope: RowScope, enterpriseId: number): Promise<void> {
  const isCovered =
    scope.kind === 'account'
      ? await db.maybeOne(`SELECT FROM public.enterprises e WHERE ${ENTERPRISE_QUEUE} AND e.id = $2`, [
          scope.accountId,
          enterpriseId,
        ])
      : covers(scope, { enterpriseId });
  if (!isCovered) throw noSuchEnterprise();
}

/** A page of the enterprises that a caller may see, in the order in which they came. */
export async function enterprisePage(
  db: Queryable,
  scope: RowScope,
  page: { readonly limit: number; readonly cursor?: string | undefined; readonly state?: string | undefined },
): Promise<Page<EnterpriseAnswer>> {
  const where: Condition[] = scopeCondition(scope);
  if (page.state !== undefined) where.push({ sql: 'e.state = $1', values: [page.state] });
  const list = { select: COLUMNS, from: FROM, where, id: { sql: 'e.id', type: 'int' } } as const;
  const found = await keysetPage<EnterpriseRow>(db, list, page);
  return { ...found, items: await withAccounts(db, found.items) };
}

/** The steps of an enterprise's life, oldest first: the timeline beside its facts. */
export function enterpriseSteps(db: Queryable, enterpriseId: number): Promise<EnterpriseStep[]> {
  return db.query<EnterpriseStep>(
    `SELECT action, from_state AS "fromState", to_state AS "toState", actor, reason, criterion, at
     FROM parties.enterprise_steps WHERE enterprise_id = $1 ORDER BY id`,
    [enterpriseId],
  );
}

/** The admission criteria that the enterprise's last review goes by, and what was said of them. */
export function enterpriseReview(db: Queryable, enterpriseId: number, reader: number): Promise<ReviewAnswer> {
  return reviewOf(db, { kind: 'enterprise', id: enterpriseId }, admissionCriteria, reader);
}

export interface LockedEnterprise {
  readonly id: number;
  readonly number: string;
  readonly uscc: string;
  readonly state: EnterpriseState;
  readonly verification: VerificationState;
  readonly missing: string[];
}

/** The enterprise under lock, for a change, with the fields that its application still lacks. @throws Problem `not-found` */
export async function lockEnterprise(tx: Tx, id: number): Promise<LockedEnterprise> {
  const row = await tx.maybeOne<LockedEnterprise>(
    `SELECT e.id, e.number, e.uscc, e.state, coalesce(v.state, 'pending') AS verification,
       array_remove(ARRAY[
         CASE WHEN e.legal_representative_sealed IS NULL THEN 'legalRepresentative' END,
         CASE WHEN e.contact_name_sealed IS NULL THEN 'contactName' END,
         CASE WHEN e.contact_phone_sealed IS NULL THEN 'contactPhone' END], NULL) AS missing
     FROM ${FROM} WHERE e.id = $1 FOR UPDATE OF e`,
    [id],
  );
  if (row === undefined) throw noSuchEnterprise();
  return row;
}

export function accountsOfEnterprise(db: Queryable, enterpriseId: number): Promise<EnterpriseAccountAnswer[]> {
  return db.query<EnterpriseAccountAnswer>(
    `SELECT ${ACCOUNT_COLUMNS} FROM public.enterprise_accounts WHERE enterprise_id = $1 ORDER BY id`,
    [enterpriseId],
  );
}
