import { jobsOf } from '@linggong/jobs';
import { addMonths, monthOf, type Month } from '@linggong/core/domain';
import type { ApiClient } from './api-client';
import type { Crew, DemoStage } from './stage';

/**
 * What staff do once the months are settled: finance bills what the last enterprise's plan still wants of each month (R5.7), and
 * operations asks once more about those whom the register did not confirm (R3.2).
 */
export async function turnOfMonth({ app, api, today }: DemoStage, crews: readonly Crew[], first: Month): Promise<void> {
  const billed = crews.at(-1)?.enterprise.id;
  if (billed !== undefined) await billMonths(api, billed, first, monthOf(today));
  await api.post({ role: 'operator' }, '/v1/real-name-bulk-checks', {
    filter: { realNameStates: ['mismatch', 'no-record'] },
    reason: '月初复核未通过实名认证的人员',
  });
  await jobsOf(app).drain();
}

/** Every month that has ended, in turn. */
async function billMonths(api: ApiClient, enterpriseId: number, first: Month, running: Month): Promise<void> {
  for (let month = first; month < running; month = addMonths(month, 1)) {
    await api.post({ role: 'finance-officer' }, '/v1/fee-bills', { enterpriseId, month });
  }
}
