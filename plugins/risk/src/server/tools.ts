import type { Database } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import type { Vault } from '@linggong/vault';

/** What the services of this plugin work with. */
export interface RiskTools {
  readonly database: Database;
  readonly vault: Vault;
  readonly jobs: Jobs;
}
