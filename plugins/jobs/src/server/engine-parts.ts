import type { Clock, Database } from '@linggong/core';
import type { InHand } from './in-hand';
import type { Log } from './log';
import type { Presence } from './process-presence';
import type { Registry } from './registry';

/** What the parts of the engine share. */
export interface EngineParts {
  /** The plugin's own small pool: progress can be written while every connection of the main pool is in a transaction. */
  db: Database;
  clock: Clock;
  registry: Registry;
  presence: Presence;
  /** Runs that this very process works on. */
  inHand: InHand;
  log: Log;
  /** 0 … 1, for the spread of retries. */
  random(): number;
}
