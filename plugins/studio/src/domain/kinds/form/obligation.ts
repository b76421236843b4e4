import type { Text2 } from '@linggong/core/domain';
import type { Change } from '../../kind';
import type { FormContent } from './content';

/** Forms that are handed in with an operation of the house, and may be demanded of it (必须填写); every other stands by itself. */
const ofOperations = [
  'parties.enterprise',
  'parties.worker',
  'tasks.publication',
  'tasks.delivery',
  'risk.phone-interview',
  'risk.inspection',
] as const;

export const canBeDemanded = (key: string): boolean => ofOperations.some((one) => one === key);

const mustBe: Text2 = { zh: '必须填写', en: 'must be filled in' };
const mayBe: Text2 = { zh: '可以整张不填', en: 'may be left out whole' };
const wordOf = (content: FormContent | undefined): Text2 => (content?.obligatory === true ? mustBe : mayBe);

/** That a form is demanded from now on, or no more. */
export function obligationChanges(before: FormContent | undefined, after: FormContent): Change[] {
  if ((before?.obligatory ?? false) === (after.obligatory ?? false)) return [];
  const where = { zh: '办理业务时是否必须填写', en: 'Whether the operation demands it' };
  return [{ change: 'changed', where, before: wordOf(before), after: wordOf(after) }];
}
