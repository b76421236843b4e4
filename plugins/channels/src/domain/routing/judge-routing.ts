import { unmetNeeds, type DecisionTable, type Fault } from '@linggong/studio/domain';
import { BY_SETTING, routingFields } from './routing-seed';

/**
 * What the payouts would miss in a routing table: a channel that is not registered, no answer for somebody, several answers for one batch,
 * a fact that nobody sends. Refused at the check of a draft, before money waits for it.
 * @param registered names of the channels that this process pays through
 */
export function judgeRouting(table: DecisionTable, registered: readonly string[]): Fault[] {
  const faults = unmetNeeds(table, {
    answers: [
      {
        fields: ['channel'],
        name: { zh: '付款渠道', en: 'Channel' },
        values: [BY_SETTING, ...registered],
      },
    ],
    facts: routingFields,
  });
  if (table.hitPolicy === 'first') return faults;
  return [
    ...faults,
    {
      path: 'hitPolicy',
      code: 'routing-one-answer',
      text: {
        zh: '一个批次只走一个渠道，命中方式须为“第一条命中”',
        en: 'A batch takes one channel: the hit policy has to be the first row that hits',
      },
    },
  ];
}
