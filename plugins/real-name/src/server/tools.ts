import type { Clock, Database } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import type { Parties } from '@linggong/parties';
import type { Vault } from '@linggong/vault';
import type { Chain } from './asking/chain';

/** What the services of this plugin work with. */
export interface RealNameTools {
  readonly database: Database;
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly parties: Parties;
  readonly clock: Clock;
  /** Whom to ask. */
  readonly chain: Chain;
}
