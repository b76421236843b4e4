import type { Database } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import type { Vault } from '@linggong/vault';
import type { Ports } from './ports';

/** What the services of this plugin work with. */
export interface PartiesTools {
  readonly database: Database;
  readonly vault: Vault;
  readonly jobs: Jobs;
  readonly ports: Ports;
}
