import type { QueueName } from '@linggong/config';

/** What travels through a queue: never more than names and ids. */
export type Parcel =
  { kind: 'run'; runId: string } | { kind: 'hear'; outboxIds: string[] } | { kind: 'tick'; schedule: string };

export interface Shipment {
  /** Chosen by us, so that the same shipment given twice is one. */
  id: string;
  queue: QueueName;
  parcel: Parcel;
}

/** The queue engine as this plugin needs it: BullMQ on PostgreSQL or on Redis. */
export interface Carrier {
  ship(shipments: readonly Shipment[]): Promise<void>;
  /** The ids that the queue still holds (waiting, delayed or in work). */
  known(queue: QueueName, ids: readonly string[]): Promise<Set<string>>;
  /** Starts to work on a queue; gives the function that stops it after the work in hand. */
  work(queue: QueueName, concurrency: number, open: (parcel: Parcel) => Promise<void>): () => Promise<void>;
  close(): Promise<void>;
}
