import type { Text2 } from '@linggong/core/domain';
import type { Database } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import type { Parties } from '@linggong/parties';
import type { Vault } from '@linggong/vault';
import type { Mill } from './mill/mill';
import type { SealSource } from './seal/seal-source';

/** Title of a kind of work; undefined where the catalogue does not know the code. */
export type ScenarioTitle = (code: string) => Text2 | undefined;

/** What the services of this plugin work with. */
export interface ESignTools {
  readonly db: Database;
  readonly vault: Pick<Vault, 'open' | 'mask' | 'putFile' | 'getFile'>;
  readonly jobs: Pick<Jobs, 'enqueue' | 'emitAll'>;
  /** A tax authorization takes effect, and ends, at the worker. */
  readonly parties: Pick<Parties, 'authorizeAgency' | 'endAgency'>;
  /** Name of the institution that runs the platform, as its contracts call it. */
  readonly platformName: Text2;
  scenarioTitle: ScenarioTitle;
  /** Address of the platform as people reach it, without a slash at its end. */
  readonly publicUrl: string;
  readonly mill: Mill;
  readonly seal: SealSource;
}
