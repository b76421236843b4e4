import type { Command, Database } from '@linggong/core';
import type { Parties } from '@linggong/parties';
import type { Vault } from '@linggong/vault';
import { keepRepresentative } from './keep-representative';

export const REPRESENTATIVES_JOB = 'risk.keep-representatives';

/** Enterprises of one transaction: each opens a name, and that is an entry of the log. */
const CHUNK = 50;

/** Who applied before names were kept; a draft names nobody yet, and who left is paid by nobody. */
const MISSING = `SELECT e.enterprise_id AS id FROM parties.published_enterprise_facts e
 WHERE e.enterprise_id > $1 AND e.state NOT IN ('draft', 'offboarded')
   AND NOT EXISTS (SELECT FROM risk.representatives r WHERE r.enterprise_id = e.enterprise_id)
 ORDER BY e.enterprise_id LIMIT ${CHUNK.toString()}`;

interface KeepingTools {
  readonly database: Database;
  readonly parties: Pick<Parties, 'openCompany'>;
  readonly vault: Pick<Vault, 'blind'>;
}

/**
 * Keeps the legal representatives of enterprises from before their names were kept (R6.3), chunk by chunk, each in its own transaction: a run
 * that is cut off goes on with those that are missing, and one over nobody opens nothing. Those that name nobody are looked at again.
 * @returns how many were looked at
 */
export async function keepMissingRepresentatives(
  tools: KeepingTools,
  command: Command,
  progress: (done: number) => Promise<void> = async () => undefined,
): Promise<{ looked: number }> {
  let looked = 0;
  for (let after = 0; ;) {
    const rows = await tools.database.query<{ id: number }>(MISSING, [after]);
    const last = rows.at(-1);
    if (!last) return { looked };
    after = last.id;
    await tools.database.transaction(async (tx) => {
      for (const { id } of rows) await keepRepresentative(tools, tx, command, id);
    });
    looked += rows.length;
    await progress(looked);
  }
}
