import { accountsOfRoles } from '@linggong/access';
import { record } from '@linggong/audit';
import type { Role } from '@linggong/config/access';
import type { Command, Queryable } from '@linggong/core';
import { notFound, problem, shanghaiDay, type Problem } from '@linggong/core/domain';
import type { AcknowledgementsAnswer } from '../../api';
import { acknowledgeBy, procedureBinds, type ProcedureContent } from '../../domain';

interface ProcedureInForce {
  readonly versionId: number;
  readonly versionNo: number;
  readonly since: Date;
  readonly content: ProcedureContent;
}

async function procedureOf(db: Queryable, configurationId: number): Promise<ProcedureInForce> {
  const row = await db.maybeOne<ProcedureInForce>(
    `SELECT v.id AS "versionId", v.version_no AS "versionNo", v.in_force_from AS since, v.content
       FROM studio.versions v JOIN studio.configurations c ON c.id = v.configuration_id
      WHERE c.id = $1 AND c.kind = 'procedure' AND v.state = 'in-force'`,
    [configurationId],
  );
  if (row === undefined) throw notFound({ zh: '生效中的制度', en: 'procedure in force' });
  return row;
}

/**
 * Who acknowledged the procedure in force and who, of those whom it binds, has not (R1.7). Whoever changed his role since stays among
 * those who did.
 * @throws Problem 404 where the configuration is no procedure in force
 */
export async function acknowledgementsOf(
  db: Queryable,
  configurationId: number,
  who: { readonly accountId: number; readonly role: Role },
): Promise<AcknowledgementsAnswer> {
  const { versionId, versionNo, since, content } = await procedureOf(db, configurationId);
  const holders = await accountsOfRoles(db, content.binds);
  const done = await db.query<{ accountId: number; at: Date }>(
    `SELECT account_id AS "accountId", acknowledged_at AS at FROM studio.acknowledgements WHERE version_id = $1
      ORDER BY acknowledged_at LIMIT 2000`,
    [versionId],
  );
  const at = new Map(done.map((one) => [one.accountId, one.at]));
  const told = holders.map(({ accountId, name, role }) => ({ name, role, at: at.get(accountId) }));
  return {
    versionId,
    versionNo,
    dueBy: acknowledgeBy(content, shanghaiDay(since)),
    mine: { bound: procedureBinds(content, who.role), acknowledgedAt: at.get(who.accountId) ?? null },
    acknowledged: told.flatMap((one) => (one.at === undefined ? [] : [{ ...one, at: one.at }])),
    missing: told.flatMap(({ name, role, at: when }) => (when === undefined ? [{ name, role }] : [])),
  };
}

/**
 * Notes that the caller knows the procedure in force (制度确认); once, and again says the same.
 * @throws Problem 404; 409 `procedure-not-binding` where it does not bind his role
 */
export async function acknowledge(
  tx: Queryable,
  command: Command,
  configurationId: number,
  who: { readonly accountId: number; readonly role: Role },
): Promise<void> {
  const { versionId, content } = await procedureOf(tx, configurationId);
  if (!procedureBinds(content, who.role)) throw notBinding();
  const noted = await tx.query(
    `INSERT INTO studio.acknowledgements (version_id, account_id, acknowledged_at) VALUES ($1, $2, $3)
     ON CONFLICT DO NOTHING RETURNING version_id`,
    [versionId, who.accountId, command.at],
  );
  if (noted.length === 0) return;
  await record(tx, command, {
    action: 'configuration.acknowledge',
    subject: { kind: 'configuration', id: configurationId },
    after: { versionId },
  });
}

function notBinding(): Problem {
  return problem(
    409,
    'procedure-not-binding',
    {
      zh: '该制度不适用于您的岗位，无需确认',
      en: 'This procedure does not bind your role; there is nothing to acknowledge',
    },
    { fix: { zh: '请查看适用岗位', en: 'See whom it binds' } },
  );
}
