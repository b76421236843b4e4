import type { Settings } from '@linggong/config';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What one run of the supervisor (监管进程) stands on. */
export interface Installation {
  readonly settings: Settings;
  readonly environment: Environment;
  readonly dataFolder: string;
  readonly secret: string;
  /** Aborted when somebody asks the supervisor to stop. */
  readonly stop: AbortSignal;
}
