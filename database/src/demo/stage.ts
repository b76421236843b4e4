import type { Day } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';
import type { ApiClient } from './api-client';
import type { DemoWorker } from './find-workers';
import type { Company } from './synthetic/companies';
import type { Random } from './synthetic/random';

export interface DemoEnterprise extends Company {
  readonly id: number;
}

/** What every step of the demo works with. */
export interface DemoStage {
  readonly app: Core.Strapi;
  readonly api: ApiClient;
  readonly random: Random;
  /** The day on which the platform is looked at: the machine's today. */
  readonly today: Day;
  /** Moves the product's clock to an hour of a day in Shanghai. */
  moveTo(day: Day, hour: number): void;
  backToNow(): void;
}

/** An enterprise with the people who work for it. */
export interface Crew {
  readonly enterprise: DemoEnterprise;
  readonly workers: readonly DemoWorker[];
}
