import type { Command, Tx } from '@linggong/core';
import { illegalTransition, problem, step } from '@linggong/core/domain';
import { contractLifecycle, type ContractKind, type ContractState } from '../../domain';
import { noSuchContract } from '../problems';
import { closeRequests } from '../requests/close-requests';
import { announce } from '../sending/announce';
import { recordConsents } from '../signing/consents';
import type { ESignTools } from '../tools';

interface Row {
  id: number;
  kind: ContractKind;
  state: ContractState;
}

/**
 * Ends one contract before its term; `command.reason` says why. A withdrawn tax authorization ends with this day: the text
 * says "from the following day", and other authorizations of the worker go on. A service agreement covers no payment from today on.
 * What is open at an e-signature service is closed there.
 * @throws Problem `not-found`, 409 `illegal-transition`, 400 `reason-required`
 */
export async function revokeContract(tools: ESignTools, tx: Tx, command: Command, contractId: number): Promise<void> {
  const row = await tx.maybeOne<Row>('SELECT id, kind, state FROM public.contracts WHERE id = $1 FOR UPDATE', [
    contractId,
  ]);
  if (row === undefined) throw noSuchContract();
  const next = step(contractLifecycle, row.state, 'revoke');
  if (!next.ok) throw illegalTransition(contractLifecycle, row.state, 'revoke');
  if (command.reason === undefined) throw reasonRequired();
  await tx.query(
    `UPDATE public.contracts SET state = $2, revoked_at = $3::timestamptz, state_reason = $4, updated_at = $3::timestamptz
     WHERE id = $1`,
    [contractId, next.to, command.at, command.reason],
  );
  if (row.state === 'signed') {
    await recordConsents(tx, command, [contractId], 'revoke', 'click');
    if (row.kind === 'tax-agency') await tools.parties.endAgency(tx, command, [contractId]);
  }
  await closeRequests(tools, tx, command, [contractId]);
  await announce(tools, tx, command, { act: 'revoke', kind: row.kind, contractIds: [contractId], before: row.state });
}

function reasonRequired(): Error {
  return problem(
    400,
    'reason-required',
    { zh: '终止合同须说明理由', en: 'Ending a contract needs a reason' },
    { field: 'reason' },
  );
}
