import type { Command } from '@linggong/core';
import type { RealNameTools } from '../tools';
import { runChecks } from './run-checks';

/**
 * Asks the register about one company while somebody waits, on the same path as the queue. Where the register is busy the
 * check stays on the queue and the company stays unverified.
 */
export async function checkCompanyNow(tools: RealNameTools, command: Command, enterpriseId: number): Promise<void> {
  await tools.database.query(
    `INSERT INTO real_name.pending_checks (subject_kind, subject_id, asked_at) VALUES ('enterprise', $1, $2)
     ON CONFLICT (subject_kind, subject_id) DO NOTHING`,
    [enterpriseId, command.at],
  );
  await runChecks(tools, command, { subjectKind: 'enterprise', ids: [enterpriseId] });
}
