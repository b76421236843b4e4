import { problem, type Problem } from '@linggong/core/domain';

export const monthOpen = (): Problem =>
  problem(
    422,
    'review-month-open',
    { zh: '只能审查已结束的月份', en: 'Only a month that is over is reviewed' },
    { field: 'month' },
  );

export const monthPast = (months: number): Problem =>
  problem(
    422,
    'review-month-past',
    { zh: `只能审查最近 ${months} 个月`, en: `Only one of the last ${months} months is reviewed` },
    { field: 'month' },
  );

export const reviewExists = (number: string): Problem =>
  problem(
    409,
    'review-exists',
    { zh: `该月审查已存在：${number}`, en: `The month has its review: ${number}` },
    { extra: { number }, fix: { zh: '需要重做的，请先退回', en: 'Give it back first where it is to be made anew' } },
  );

export const reviewEnded = (): Problem =>
  problem(409, 'review-ended', { zh: '该审查已签核或退回', en: 'The review was signed off or given back already' });

export const ownReview = (): Problem =>
  problem(
    409,
    'review-own',
    { zh: '不能签核自己制作的审查', en: 'Nobody signs off the review that he made' },
    { fix: { zh: '请由另一位人员签核', en: 'Have somebody else sign it off' } },
  );
