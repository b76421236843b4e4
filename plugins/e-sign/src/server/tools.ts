import type { Text2 } from '@linggong/core/domain';
import type { SigningSettings } from '@linggong/config';
import type { Clock, Database, Queryable } from '@linggong/core';
import type { Jobs } from '@linggong/jobs';
import type { Parties } from '@linggong/parties';
import type { Vault } from '@linggong/vault';
import type { SignatureProvider } from './providers/signature-provider';
import type { CodeSender } from './signing/code-sender';
import type { Mill } from './mill/mill';
import type { SealSource } from './seal/seal-source';

/** Title of a kind of work; undefined where the catalogue does not know the code. */
export type ScenarioTitle = (code: string) => Text2 | undefined;
/** The titles that hold now: the catalogue is a configuration. */
export type ScenarioTitles = (db: Queryable) => Promise<ScenarioTitle>;

/**
 * The PDF of a contract as its party is given it, the same bytes each time it is asked for.
 * @throws Problem where it cannot be made, such as for a character that no font has
 */
export type ContractPdf = (db: Queryable, contractId: number, at: Date) => Promise<Uint8Array>;

/** How contracts are signed beyond a click. */
export interface SigningTools {
  readonly settings: Pick<
    SigningSettings,
    'flowsPerSecond' | 'requestDays' | 'remindersMax' | 'reminderDays' | 'orderReports' | 'code'
  >;
  /** Services with credentials, by name. */
  readonly providers: ReadonlyMap<string, SignatureProvider>;
  /** The service that new requests go to; none where none is configured. */
  readonly current: SignatureProvider | undefined;
  readonly codeSender: CodeSender | undefined;
  readonly contractPdf: ContractPdf;
  readonly clock: Clock;
}

/** Whether an enterprise knows all of these workers, by the work that they did for it. */
export type KnowsAll = (db: Queryable, enterpriseId: number, workerIds: readonly number[]) => Promise<boolean>;

/** What the services of this plugin work with. */
export interface ESignTools {
  readonly db: Database;
  readonly vault: Pick<Vault, 'open' | 'mask' | 'blind' | 'putFile' | 'getFile'>;
  readonly jobs: Pick<Jobs, 'enqueue' | 'enqueueAll' | 'emitAll'>;
  /** A tax authorization takes effect, and ends, at the worker. */
  readonly parties: Pick<Parties, 'authorizeAgency' | 'endAgency' | 'openIdentities'>;
  readonly signing: SigningTools;
  /** Name of the institution that runs the platform, as its contracts call it. */
  readonly platformName: Text2;
  scenarioTitles: ScenarioTitles;
  knowsAll: KnowsAll;
  /** Address of the platform as people reach it, without a slash at its end. */
  readonly publicUrl: string;
  readonly mill: Mill;
  readonly seal: SealSource;
}
