import type { Text2 } from '@linggong/core/domain';
import type { Command, Database, Tx } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import type { Vault } from '@linggong/vault';

/** 涉税代理授权: from this Shanghai day to that one, both included; no end where `to` is null. */
export interface AgencyGrant {
  readonly workerId: number;
  readonly from: string;
  readonly to: string | null;
}

/** What this plugin needs of parties, in the caller's transaction. */
export type AuthorizeAgency = (tx: Tx, command: Command, grants: readonly AgencyGrant[]) => Promise<void>;

/** Title of a kind of work; undefined where the catalogue does not know the code. */
export type ScenarioTitle = (code: string) => Text2 | undefined;

/** What the services of this plugin work with. */
export interface ESignTools {
  readonly db: Database;
  readonly vault: Pick<Vault, 'open' | 'mask'>;
  readonly jobs: Pick<Jobs, 'enqueue' | 'emitAll'>;
  readonly authorizeAgency: AuthorizeAgency;
  /** Name of the institution that runs the platform, as its contracts call it. */
  readonly platformName: Text2;
  scenarioTitle: ScenarioTitle;
}
