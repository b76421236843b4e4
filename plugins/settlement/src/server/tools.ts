import type { Database } from '@linggong/core';
import type { Channels } from '@linggong/channels';
import type { Jobs } from '@linggong/jobs';
import type { Vault } from '@linggong/vault';
import type { RunBeside } from './check/run-beside';

/** What the services of this plugin work with. */
export interface SettlementTools {
  readonly database: Database;
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly channels: Channels;
  /** Absent: no version of the risk table runs beside. */
  readonly runBeside?: RunBeside;
}
