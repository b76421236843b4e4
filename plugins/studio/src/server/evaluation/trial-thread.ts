import { parentPort } from 'node:worker_threads';
import { kinds } from '../../domain';
import { evaluateFitting } from './evaluate-fitting';
import type { Trial } from './trials';

/** A thread that tries drafts: whatever it is given, the platform goes on beside it, and ends it when its time is over. */
parentPort?.on('message', ({ kind: name, content, inputs }: Trial) => {
  const kind = kinds.find((one) => one.kind === name);
  if (kind === undefined) throw new Error(`no kind ${name}`);
  parentPort?.postMessage(evaluateFitting(kind, content, inputs));
});
