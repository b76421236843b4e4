import type { Text2 } from '@linggong/core/domain';
import type { Severity } from '../cases';
import { isOnTarget, type PeriodFigure, type PeriodFinding } from './period';

interface Rule {
  /** The figure that is looked at; one off its target is a finding. */
  readonly key: string;
  readonly severity: Severity;
  readonly title: Text2;
}

/** Which figures of the review of real-name verification are findings where they miss their target (R3.2, R8.3). */
export const realNameRules: readonly Rule[] = [
  {
    key: 'paid-unverified',
    severity: 'critical',
    title: { zh: '向未通过实名认证的人员发放收入', en: 'People were paid whose identity is not verified' },
  },
  {
    key: 'paid-without-card',
    severity: 'high',
    title: { zh: '已发放人员没有核验通过的银行卡', en: 'People were paid who have no verified card' },
  },
  {
    key: 'cards-shared',
    severity: 'high',
    title: { zh: '多人登记同一张银行卡', en: 'One card is registered for several people' },
  },
  {
    key: 'phones-shared',
    severity: 'medium',
    title: { zh: '多人登记同一手机号', en: 'One telephone is registered for several people' },
  },
  {
    key: 'recheck-overdue',
    severity: 'medium',
    title: { zh: '身份定期复核逾期', en: 'Identities are due to be verified again' },
  },
  {
    key: 'error-rate',
    severity: 'medium',
    title: { zh: '实名核验无法完成的比例过高', en: 'Too many checks could not be made' },
  },
  {
    key: 'paid-without-address',
    severity: 'low',
    title: { zh: '已发放人员未登记地址', en: 'People were paid whose address is not registered' },
  },
  {
    key: 'paid-without-agency',
    severity: 'low',
    title: { zh: '已发放人员没有涉税代理授权', en: 'People were paid who gave no tax agency authorization' },
  },
];

/** The findings of a review, in the order of the rules: each figure that misses its target. @param samples business numbers by key */
export function realNameFindings(
  figures: readonly PeriodFigure[],
  samples: Readonly<Record<string, readonly string[]>>,
): PeriodFinding[] {
  return realNameRules.flatMap(({ key, severity, title }) => {
    const figure = figures.find((one) => one.key === key);
    if (!figure || figure.value === null || figure.value <= 0n || isOnTarget(figure) !== false) return [];
    return [{ rule: `real-name.${key}`, severity, title, differences: figure.value, samples: samples[key] ?? [] }];
  });
}
