import type { Day } from '@linggong/core/domain';

/** What is sent to workers (发起签署). Days are of Asia/Shanghai, both included. */
export interface WorkerContractRequest {
  /** A template whose other party is a worker: `worker-service` or `tax-agency`. */
  readonly templateCode: string;
  /** The enterprise of a service agreement; null for a framework agreement with every enterprise. */
  readonly enterpriseId: number | null;
  /** Kinds of work of a service agreement; `['*']` for all. */
  readonly scenarios: readonly string[];
  readonly validFrom: Day;
  /** null: without end. */
  readonly validTo: Day | null;
}
