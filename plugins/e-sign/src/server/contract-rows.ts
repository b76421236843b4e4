import { keysetPage, type Condition, type Page, type RowScope } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { allowedActions } from '@linggong/core/domain';
import type { ContractAnswer } from '../api';
import { contractLifecycle, type ContractAction } from '../domain';
import { noSuchContract } from './problems';

type ContractRow = Omit<ContractAnswer, 'allowedActions'>;

const select = `c.id, c.number, c.kind, t.code AS "templateCode", t.template_version AS "templateVersion", t.studio_version AS "templateVersionId",
  c.enterprise_id AS "enterpriseId", e.name AS "enterpriseName", c.worker_id AS "workerId", w.name_masked AS "workerName",
  c.scenarios, c.valid_from AS "validFrom", c.valid_to AS "validTo", c.state, c.state_reason AS "stateReason",
  c.sent_at AS "sentAt", c.signed_at AS "signedAt", c.revoked_at AS "revokedAt", c.consent_method AS "consentMethod",
  c.text_hash AS "textSha256"`;

/** Contracts with their template and parties; also what the console lists. */
export const contractsFrom = `public.contracts c JOIN public.contract_templates t ON t.id = c.template_id
  LEFT JOIN parties.published_enterprise_facts e ON e.enterprise_id = c.enterprise_id
  LEFT JOIN parties.published_worker_facts w ON w.worker_id = c.worker_id`;

/** What people may do; `expire` is the clock's, `send` is over once a contract can be seen. */
const byPeople: readonly ContractAction[] = ['sign', 'revoke'];

function toAnswer(row: ContractRow): ContractAnswer {
  const allowed = allowedActions(contractLifecycle, row.state).filter((action) => byPeople.includes(action));
  return { ...row, allowedActions: allowed };
}

/** @throws Problem `not-found` */
export async function contractById(db: Queryable, id: number): Promise<ContractAnswer> {
  const row = await db.maybeOne<ContractRow>(`SELECT ${select} FROM ${contractsFrom} WHERE c.id = $1`, [id]);
  if (row === undefined) throw noSuchContract();
  return toAnswer(row);
}

interface ContractFilter {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly kind?: string | undefined;
  readonly state?: string | undefined;
  readonly workerId?: number | undefined;
  readonly enterpriseId?: number | undefined;
}

/** A page of the contracts that a caller may see, youngest first. */
export async function contractPageOf(
  db: Queryable,
  scope: RowScope,
  filter: ContractFilter,
): Promise<Page<ContractAnswer>> {
  const { kind, state, workerId, enterpriseId } = filter;
  const where: Condition[] = [scopeCondition(scope)];
  if (kind !== undefined) where.push({ sql: 'c.kind = $1', values: [kind] });
  if (state !== undefined) where.push({ sql: 'c.state = $1', values: [state] });
  if (workerId !== undefined) where.push({ sql: 'c.worker_id = $1', values: [workerId] });
  if (enterpriseId !== undefined) where.push({ sql: 'c.enterprise_id = $1', values: [enterpriseId] });
  const list = { select, from: contractsFrom, where, id: { sql: 'c.id', type: 'int' }, direction: 'DESC' } as const;
  const page = await keysetPage<ContractRow>(db, list, filter);
  return { ...page, items: page.items.map(toAnswer) };
}

function scopeCondition(scope: RowScope): Condition {
  switch (scope.kind) {
    case 'all':
      return { sql: 'true', values: [] };
    case 'enterprise':
      return { sql: 'c.enterprise_id = $1', values: [scope.enterpriseId] };
    case 'worker':
      return { sql: 'c.worker_id = $1', values: [scope.workerId] };
    case 'account':
      return { sql: 'false', values: [] };
  }
}
