import { NEWS_MAX, tellNews } from '@linggong/access';
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
  if (act === 'send') await tellSigners(tx, command, contractIds);
}

interface ToSign {
  readonly id: number;
  readonly number: string;
  readonly enterpriseId: number | null;
  readonly workerId: number | null;
}

/** Whose signature a contract waits for: the worker's where it has one, the enterprise's otherwise. */
async function tellSigners(tx: Tx, command: Command, contractIds: readonly number[]): Promise<void> {
  for (let start = 0; start < contractIds.length; start += NEWS_MAX) {
    const rows = await tx.query<ToSign>(
      `SELECT id, number, enterprise_id AS "enterpriseId", worker_id AS "workerId" FROM public.contracts WHERE id = ANY ($1::int[])`,
      [contractIds.slice(start, start + NEWS_MAX)],
    );
    const news = rows.flatMap(({ id, number, enterpriseId, workerId }) => {
      const to = workerId !== null ? { workerId } : enterpriseId !== null ? { enterpriseId } : undefined;
      return to === undefined ? [] : [{ kind: 'contract-to-sign' as const, to, page: 'contracts', id, number }];
    });
    await tellNews(tx, command, news);
  }
}
