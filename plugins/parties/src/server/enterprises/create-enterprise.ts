import type { Command, Tx } from '@linggong/core';
import { record } from '@linggong/audit';
import { businessNumber, shanghaiDay } from '@linggong/core/domain';
import { keepRecord } from '@linggong/studio';
import type { EnterpriseAnswer, EnterpriseChange, NewEnterprise } from '../../api';
import { changeableFields, contactsNamed, enterpriseLifecycle } from '../../domain';
import { noteContacts } from '../contacts/contact-consents';
import type { PartiesTools } from '../tools';
import { enterpriseColumns, readUscc, type Columns } from './enterprise-fields';
import { notEditable, usccTaken } from './enterprise-problems';
import { enterpriseById, lockEnterprise } from './enterprise-rows';
import { addStep } from './enterprise-steps';

const DEFAULT_URBAN_MAINTENANCE_RATE = '0.07';

async function insertEnterprise(tx: Tx, columns: Columns): Promise<number> {
  const names = Object.keys(columns);
  const places = names.map((_, index) => `$${index + 1}`);
  // The column names come from the tables of this folder, never from the caller.
  const row = await tx.maybeOne<{ id: number }>(
    `INSERT INTO public.enterprises (${names.join(', ')}, version) VALUES (${places.join(', ')}, 1)
     ON CONFLICT (uscc) WHERE state <> 'offboarded' DO NOTHING RETURNING id`,
    Object.values(columns),
  );
  if (row === undefined) throw usccTaken();
  return row.id;
}

/**
 * Opens an application (入驻申请) as a draft.
 * @throws Problem `field-refused` (422), `enterprise-exists` (409)
 */
export async function createEnterprise(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  input: NewEnterprise,
): Promise<number> {
  const rules = tools.ports.identifierRules;
  const { uscc: typed, extra, ...change } = input;
  const uscc = readUscc(rules, typed, command.at);
  const withDefaults: EnterpriseChange = { urbanMaintenanceRate: DEFAULT_URBAN_MAINTENANCE_RATE, ...change };
  const columns = enterpriseColumns({ vault: tools.vault, rules }, uscc, withDefaults, command.at);
  const { serial } = await tx.one<{ serial: bigint }>(`SELECT nextval('parties.enterprise_serials') AS serial`);
  const number = businessNumber('E', shanghaiDay(command.at), serial);
  const state = enterpriseLifecycle.initial;
  const id = await insertEnterprise(tx, { ...columns, uscc, number, state });
  await noteContacts(tx, command, id, contactsNamed(Object.keys(change)));
  await addStep(tx, command, { enterpriseId: id, action: 'create', from: null, to: state });
  if (extra !== undefined) {
    const subject = { kind: 'enterprise', id };
    await keepRecord(tools.vault, tx, command, { ...extra, form: 'parties.enterprise', subject, enterpriseId: id });
  }
  await record(tx, command, {
    action: 'enterprise.create',
    subject: { kind: 'enterprise', id },
    after: { number, name: input.name, state },
  });
  return id;
}

/**
 * Changes an application that is a draft or was rejected; the credit code stays, it names the applicant. Another handler may be named at any
 * time before the enterprise leaves.
 * @throws Problem `not-found`, `enterprise-not-editable` (409), `field-refused` (422)
 */
export async function changeEnterprise(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  enterpriseId: number,
  change: EnterpriseChange,
): Promise<void> {
  const enterprise = await lockEnterprise(tx, enterpriseId);
  const fields = Object.keys(change);
  const open: ReadonlySet<string> = new Set(changeableFields(enterprise.state));
  if (fields.some((field) => !open.has(field))) throw notEditable();
  const rules = tools.ports.identifierRules;
  const columns = enterpriseColumns({ vault: tools.vault, rules }, enterprise.uscc, change, command.at);
  const names = Object.keys(columns);
  if (names.length === 0) return;
  const before = await enterpriseById(tx, enterpriseId);
  const sets = names.map((name, index) => `${name} = $${index + 3}`);
  await tx.query(
    `UPDATE public.enterprises SET ${sets.join(', ')}, version = version + 1, updated_at = $2::timestamptz WHERE id = $1`,
    [enterpriseId, command.at, ...Object.values(columns)],
  );
  await noteContacts(tx, command, enterpriseId, contactsNamed(fields));
  await record(tx, command, {
    action: 'enterprise.change',
    subject: { kind: 'enterprise', id: enterpriseId },
    before: told(before, change),
    after: told(await enterpriseById(tx, enterpriseId), change),
  });
}

/** What the changed fields held, as its page shows them: names, telephones and accounts masked. */
function told(enterprise: EnterpriseAnswer, change: EnterpriseChange): Record<string, unknown> {
  return Object.fromEntries(Object.entries(enterprise).filter(([field]) => field in change));
}
