import { notFound, problem, type Problem } from '@linggong/core/domain';
import { factorStale } from '../second-factor/factor-problems';

export function noSuchElevation(): Problem {
  return notFound({ zh: '提权', en: 'elevation' });
}

export function notOffered(): Problem {
  return problem(
    400,
    'elevation-not-offered',
    { zh: '您的角色不能申请查看此资源或此范围', en: 'Your role cannot ask to look at this, or at so much of it' },
    {
      field: 'resource',
      fix: { zh: '请从可申请的资源和范围中选择', en: 'Choose from what is offered to your role' },
    },
  );
}

export function alreadyElevated(): Problem {
  return problem(
    409,
    'elevation-live',
    { zh: '您对此资源已有生效中的提权', en: 'You have a live elevation for this already' },
    { fix: { zh: '如需其他范围，请先结束现有提权', en: 'End it first, to ask for other rows' } },
  );
}

/** Refusals of `access.review_elevation`. */
export const reviewProblems: Readonly<Record<string, () => Problem>> = {
  'not-found': noSuchElevation,
  live: () =>
    problem(
      409,
      'elevation-not-ended',
      { zh: '提权尚未结束，不能核查', en: 'The elevation has not ended yet' },
      { fix: { zh: '请先结束提权，或等待到期', en: 'End it, or wait for its term' } },
    ),
  reviewed: () => problem(409, 'elevation-reviewed', { zh: '已经核查过', en: 'It has been reviewed' }),
  'not-decider': () =>
    problem(403, 'approval-not-yours', { zh: '不由您的角色核查', en: 'It does not wait for your role' }),
  own: () =>
    problem(403, 'approval-own', {
      zh: '不能核查本人的提权，包括本人名下其他账号的提权',
      en: 'Nobody reviews his own elevation, nor that of another account of the same person',
    }),
  'second-factor-stale': factorStale,
  'second-factor': () =>
    problem(403, 'second-factor-required', {
      zh: '核查须以双因素方式登录',
      en: 'A review takes a session with a second factor',
    }),
};
