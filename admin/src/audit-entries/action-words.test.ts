import { loggedActions } from '@linggong/audit/api';
import { toldStates } from '@linggong/audit/domain';
import { audit as english } from '../i18n/en/audit';
import { audit as chinese } from '../i18n/zh/audit';

type Words = typeof chinese.audit | typeof english.audit;

/** As the page reads it (`useEntryWords`): by a word of its own, or by those of the thing and of what was done to it. */
function wordOf({ act, noun, verb }: Words, action: string): string | undefined {
  const [subject = '', done = ''] = action.split('.');
  const own = action.split('.').reduce<unknown>((words, part) => Object(words)[part], act);
  if (typeof own === 'string') return own;
  return subject in noun && done in verb
    ? `${(noun as Record<string, string>)[subject]} · ${(verb as Record<string, string>)[done]}`
    : undefined;
}

describe.each([
  ['Chinese', chinese.audit],
  ['English', english.audit],
])('in %s', (_language, words) => {
  const told = loggedActions.map((action) => ({ action, word: wordOf(words, action) }));

  it('has a word for every action of the log', () => {
    expect(told.length).toBe(toldStates.size);
    expect(told.filter(({ word }) => word === undefined)).toEqual([]);
  });

  it('calls no two of them the same, for one is picked by its word', () => {
    const doubled = told.filter(({ action, word }) => told.some((one) => one.word === word && one.action !== action));
    expect(doubled).toEqual([]);
  });
});
