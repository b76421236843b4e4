import { shanghaiDay } from '@linggong/core/domain';
import { reviewBody } from '@linggong/database/testing';
import { writer } from './review-table';
import type { Platform } from './start-platform';

/** A task that workers may apply for, whatever day of the month it is. */
export async function offerTask(platform: Platform): Promise<void> {
  const enterprise = await writer(platform, 'enterprise');
  const { enterpriseId } = await enterprise<{ enterpriseId: number }>('GET', '/api/v1/me');
  const { id } = await enterprise<{ id: number }>('POST', '/api/v1/tasks', {
    ...{
      enterpriseId,
      title: '社区团购分拣',
      scenario: 'sorting',
      place: '长沙',
      description: '按件计酬，自主安排时间。',
    },
    ...{ headcount: 20, unitPriceFen: 30_000, budgetFen: 600_000 },
    ...{ startsOn: shanghaiDay(new Date()), endsOn: shanghaiDay(new Date(Date.now() + 30 * 86_400_000)) },
  });
  await enterprise('POST', `/api/v1/tasks/${id.toString()}/submit`, {});
  const operator = await writer(platform, 'operator');
  await operator('POST', `/api/v1/tasks/${id.toString()}/publish`, reviewBody('publish'));
}
