import { problem, type Problem } from '@linggong/core/domain';

export function tooSlow(): Problem {
  return problem(
    422,
    'evaluation-too-slow',
    { zh: '求值超过时间上限，已停止', en: 'The evaluation took longer than it may, and was stopped' },
    {
      fix: {
        zh: '请减少用例，或拆分过大的配置',
        en: 'Use fewer cases, or split what has become too large',
      },
    },
  );
}
