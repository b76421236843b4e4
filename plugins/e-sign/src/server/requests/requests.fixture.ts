import { at, command, type ESignWorld } from '../e-sign.fixture';
import type { Requesting } from './place-requests';

export const later = (minutes: number): Date => new Date(at.getTime() + minutes * 60_000);
export const days = (count: number): Date => later(count * 24 * 60);

const agreement = {
  templateCode: 'worker-service',
  enterpriseId: null,
  scenarios: ['*'],
  validFrom: '2026-01-01',
  validTo: '2027-12-31',
};

export interface RequestFacts {
  id: bigint;
  state: string;
  flow_id: string;
  fault_code: string | null;
  refusal: string | null;
  closing_since: Date | null;
}

/** What tests of requests do and look at. */
export interface RequestDesk {
  /** Contracts that wait for their workers' signatures. */
  waiting(count: number, templateCode?: string): Promise<number[]>;
  ask(contractIds: readonly number[]): Promise<Requesting>;
  /** A contract whose flow is open at the sandbox. */
  opened(templateCode?: string): Promise<{ contractId: number; flowId: string }>;
  requestOf(contractId: number): Promise<RequestFacts>;
  stateOf(contractId: number): Promise<string>;
  /** How many flows the sandbox has for contracts. */
  flowsOf(contractIds: readonly number[]): Promise<number>;
}

export function requestDesk({ test: { db }, workers, eSign, jobs }: ESignWorld): RequestDesk {
  const desk: RequestDesk = {
    async waiting(count, templateCode = 'worker-service') {
      const workerIds = await workers(count);
      const request = { ...agreement, templateCode };
      const { sent } = await db.transaction((tx) => eSign.sendToWorkers(tx, command, request, workerIds));
      return sent.map(({ contractId }) => contractId);
    },
    ask: (contractIds) => db.transaction((tx) => eSign.requestSignatures(tx, command, contractIds)),
    async opened(templateCode) {
      const [contractId = 0] = await desk.waiting(1, templateCode);
      await desk.ask([contractId]);
      await jobs.drain();
      return { contractId, flowId: (await desk.requestOf(contractId)).flow_id };
    },
    requestOf: (contractId) =>
      db.one<RequestFacts>('SELECT * FROM e_sign.signature_requests WHERE contract_id = $1 ORDER BY id DESC LIMIT 1', [
        contractId,
      ]),
    async stateOf(contractId) {
      const { state } = await db.one<{ state: string }>('SELECT state FROM public.contracts WHERE id = $1', [
        contractId,
      ]);
      return state;
    },
    async flowsOf(contractIds) {
      const rows = await db.query(
        `SELECT 1 FROM e_sign.sandbox_flows f JOIN public.contracts c ON f.reference LIKE c.number || '%'
         WHERE c.id = ANY($1::int[])`,
        [contractIds],
      );
      return rows.length;
    },
  };
  return desk;
}
