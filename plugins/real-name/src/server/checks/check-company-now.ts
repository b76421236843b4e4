import type { Command } from '@linggong/core';
import type { RealNameTools } from '../tools';
import { notePending } from './pending-checks';
import { runChecks } from './run-checks';

/**
 * Asks the register about one company while somebody waits, on the same path as the queue. Where the register is busy the
 * check stays on the queue and the company stays unverified.
 */
export async function checkCompanyNow(tools: RealNameTools, command: Command, enterpriseId: number): Promise<void> {
  await notePending(tools.database, command, 'enterprise', [enterpriseId]);
  await runChecks(tools, command, { subjectKind: 'enterprise', ids: [enterpriseId] });
}
