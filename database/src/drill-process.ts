import type { DrillMessage, DrillOrder } from '@linggong/continuity';
import { clearScratch, drill } from './restore/drill';

/** Entry of the process in which a restore drill runs; forked by the job of plugins/continuity. */
function send(message: DrillMessage, then?: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

process.once('message', (order: DrillOrder) => {
  // The job's process is gone: nobody would hear of the end, and the scratch server must not outlive it.
  process.once('disconnect', () => {
    clearScratch(order.scratch).finally(() => process.exit(1));
  });
  drill(order, process.env, (message) => send(message)).then(
    (report) => send({ kind: 'done', report }, () => process.exit(0)),
    (error: unknown) =>
      send({ kind: 'failed', words: error instanceof Error ? error.message : String(error) }, () => process.exit(1)),
  );
});
