import type { Seed } from '@linggong/studio';
import { caseClocks } from './case-clocks';
import { concentrationTable } from './concentration-table';
import { promotionChecklist } from './promotion-checklist';
import { riskProcedure } from './risk-procedure';

/** Configurations that this plugin works by from the first day (出厂配置), beside its decision tables. */
export const seeds: readonly Seed[] = [caseClocks, concentrationTable, promotionChecklist, riskProcedure];
export { caseClocks, CLOCKS_KEY, matterOf } from './case-clocks';
export { concentrationTable } from './concentration-table';
export { promotionChecklist } from './promotion-checklist';
