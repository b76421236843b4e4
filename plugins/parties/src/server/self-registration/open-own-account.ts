import { openOwnAccount } from '@linggong/access';
import type { Command, Tx } from '@linggong/core';
import type { z } from 'zod';
import type { ownAccount } from '../../api';
import { tellWorkers } from '../tell-parties';
import type { PartiesTools } from '../tools';
import { lockWorker } from '../workers/worker-rows';
import { registrationEnded } from './problems';
import { eraseRegistration, lockRegistration } from './registration-rows';

/**
 * Opens the account of who proved telephone and identity, and erases his registration with it. Tells `parties.worker.joined`.
 * @throws Problem 400 `identifier-invalid`, `password-weak`; 409 `identifier-taken`, `account-exists`, `registration-ended`
 */
export async function openAccountOfSelf(
  tools: PartiesTools,
  tx: Tx,
  command: Command,
  { registration: word, identifier, password }: z.output<typeof ownAccount>,
): Promise<void> {
  const registration = await lockRegistration(tx, word, command.at);
  if (registration?.workerId == null) throw registrationEnded();
  const { id, workerId } = registration;
  await lockWorker(tx, workerId);
  await openOwnAccount(tx, { workerId, identifier: identifier.trim(), password }, command);
  await eraseRegistration(tx, id);
  await tellWorkers(tx, tools.jobs, command, 'parties.worker.joined', [workerId]);
}
