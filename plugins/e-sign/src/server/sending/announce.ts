import type { Command, Tx } from '@linggong/core';
import { record, singleEntriesMax } from '@linggong/audit';
import type { ContractAction, ContractKind, ContractState } from '../../domain';
import type { ESignTools } from '../tools';

interface Deed {
  readonly act: ContractAction;
  readonly kind: ContractKind;
  readonly contractIds: readonly number[];
  readonly before?: ContractState;
}

/** States after each act, and the words of the events. */
const outcomes: Readonly<Record<ContractAction, ContractState>> = {
  send: 'sent',
  sign: 'signed',
  revoke: 'revoked',
  expire: 'expired',
};

/** Ids in one event: well under the bound of a payload. */
const idsTogether = 500;

/** Tells what was done to contracts: audit rows, and an event for each five hundred. */
export async function announce(tools: ESignTools, tx: Tx, command: Command, deed: Deed): Promise<void> {
  const { act, kind, contractIds, before } = deed;
  if (contractIds.length === 0) return;
  const after = { state: outcomes[act], kind };
  const states = { ...(before && { before: { state: before } }), after };
  const entries =
    contractIds.length <= singleEntriesMax
      ? contractIds.map((id) => ({ action: `contract.${act}`, subject: { kind: 'contract', id }, ...states }))
      : [{ action: `contract.${act}`, subject: { kind: 'contracts', id: kind }, ids: contractIds, ...states }];
  await record(tx, command, entries);
  const events = [];
  for (let start = 0; start < contractIds.length; start += idsTogether) {
    const ids = contractIds.slice(start, start + idsTogether);
    events.push({
      type: `e-sign.contract.${outcomes[act]}`,
      key: `contract-${ids[0]}`,
      payload: { kind, contractIds: ids },
    });
  }
  await tools.jobs.emitAll(tx, events, command);
}
