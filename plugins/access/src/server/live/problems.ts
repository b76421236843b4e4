import { problem, type Problem } from '@linggong/core/domain';

export function streamsBusy(): Problem {
  const retryAfterSeconds = 30;
  return problem(
    503,
    'streams-busy',
    { zh: '实时进度的连接已满', en: 'No further live connection is to be had' },
    {
      fix: {
        zh: '页面会改为定时刷新，无须处理',
        en: 'The page asks again by itself from time to time; nothing needs doing',
      },
      extra: { retryAfterSeconds },
    },
  );
}
