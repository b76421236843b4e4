import { parentPort, workerData } from 'node:worker_threads';
import { runWitness, type WitnessEvent } from './witness';

/** What the thread is given; it reads no environment. */
export interface WitnessOrder {
  readonly url: string;
  readonly secret: string;
  readonly yieldsToOthers: boolean;
}

/** Entry of the witness's thread in the supervisor. Any message asks it to stop. */
const stop = new AbortController();
parentPort?.on('message', () => stop.abort());
// `keepWitness` gives nothing else.
const order = workerData as WitnessOrder;
void runWitness({ ...order, signal: stop.signal, tell: (event: WitnessEvent) => parentPort?.postMessage(event) }).then(
  () => process.exit(0),
);
