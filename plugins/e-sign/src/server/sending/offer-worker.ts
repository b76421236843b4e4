import { everyScenario } from '../../domain';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import type { Command, Tx } from '@linggong/core';
import type { ESignTools } from '../tools';
import { sendToWorkers } from './send-to-workers';

/** Term of what the platform offers a worker by itself: two years. */
const serviceDays = 729;

/**
 * Sends to workers who registered by themselves what they need to be paid: the framework service agreement, and the tax agency authorization.
 * Who has such a contract, or may not be sent one, is left as he is.
 */
export async function offerToWorkers(
  tools: ESignTools,
  tx: Tx,
  command: Command,
  workerIds: readonly number[],
): Promise<void> {
  const validFrom = shanghaiDay(command.at);
  const validTo = addDays(validFrom, serviceDays);
  for (const templateCode of ['worker-service', 'tax-agency']) {
    const request = { templateCode, enterpriseId: null, scenarios: [everyScenario], validFrom, validTo };
    await sendToWorkers(tools, tx, command, request, workerIds);
  }
}
