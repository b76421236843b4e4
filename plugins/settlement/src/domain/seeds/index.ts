import type { Seed } from '@linggong/studio';
import { settlementApprovals } from './settlement-approvals';
import { tradeProcedure } from './trade-procedure';

/** Configurations that this plugin works by from the first day (出厂配置). */
export const seeds: readonly Seed[] = [settlementApprovals, tradeProcedure];
export { settlementApprovals };
