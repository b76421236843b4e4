import type { Blocker } from '@linggong/settlement/api';
import { useTranslate } from 'react-admin';
import type { StateKind } from '../parts/states';
import { useText2 } from '../parts/text2';

/** Whose state the parameter `state` of a blocker is. */
const stateOf: Readonly<Partial<Record<Blocker['code'], StateKind>>> = {
  'worker-inactive': 'worker',
  'real-name-unverified': 'realName',
  'card-unverified': 'card',
  'task-not-accepted': 'engagement',
  'enterprise-inactive': 'enterprise',
};

/** The explanation of a blocker with the codes in it put into words: “delivery” reads “同城配送”. */
export function useBlockerWords(): (blocker: Pick<Blocker, 'code' | 'explain' | 'params'>) => string {
  const translate = useTranslate();
  const text = useText2();
  return ({ code, explain, params }) => {
    const kind = stateOf[code];
    const keys: [string, string][] = [['scenario', 'choice.scenario']];
    if (kind !== undefined) keys.push(['state', `state.${kind}`]);
    keys.push(['orderState', 'state.order']);
    return keys.reduce((words, [name, group]) => {
      const value = params[name];
      if (typeof value !== 'string' || !/^[a-z-]+$/.test(value)) return words;
      return words.replaceAll(value, translate(`${group}.${value}`, { _: value }));
    }, text(explain));
  };
}
