import { problem } from '@linggong/core/domain';

export const OVERRIDE_DAYS = 184;

export const overrideTerm = (): Error =>
  problem(
    422,
    'rating-override-term',
    {
      zh: `调级的截止日期须在今天起 ${OVERRIDE_DAYS.toString()} 天以内`,
      en: `An override ends within ${OVERRIDE_DAYS.toString()} days from today`,
    },
    {
      field: 'endsOn',
      fix: { zh: '长期适用的请修改评级规则', en: 'What holds for good is for the rating table to say' },
    },
  );

export const overrideExists = (number: string): Error =>
  problem(
    409,
    'rating-override-exists',
    { zh: `该企业已有生效中的调级（${number}）`, en: `An override of this enterprise is in force already (${number})` },
    { fix: { zh: '请先结束该调级', en: 'End that one first' } },
  );

export const overrideOver = (): Error =>
  problem(409, 'rating-override-over', { zh: '该调级已结束', en: 'The override is over already' });

export const offboardingOpen = (number: string): Error =>
  problem(
    409,
    'risk-offboarding-open',
    {
      zh: `企业正在清退流程中（${number}），不能恢复`,
      en: `The enterprise is being offboarded (${number}) and cannot come back`,
    },
    {
      fix: {
        zh: '核查恢复正常后，由风控撤回清退',
        en: 'Once a check finds it well again, risk withdraws the offboarding',
      },
    },
  );

export const offboardingEnded = (): Error =>
  problem(409, 'risk-offboarding-ended', { zh: '清退流程已结束', en: 'The offboarding has ended' });

export const stillDishonest = (): Error =>
  problem(
    409,
    'risk-still-dishonest',
    { zh: '最近一次评级仍要求暂停该企业', en: 'The rating in force still suspends the enterprise' },
    { fix: { zh: '请先重新核查信用；恢复正常后再撤回', en: 'Check its credit again, and withdraw once it is well' } },
  );
