import { allowedActions } from '@linggong/core/domain';
import {
  caseLifecycle,
  caseOutcomes,
  caseSources,
  caseStates,
  caseSubjects,
  periodKinds,
  severities,
} from '@linggong/risk/domain';
import en from '../i18n/en';
import zh from '../i18n/zh';
import { tones } from '../parts/states';
import { isOverdue, measureTargets, plainActions } from './risk-case';

const at = (state: (typeof caseStates)[number], owner: number | null = null) => ({
  state,
  owner,
  allowed: [...allowedActions(caseLifecycle, state)],
});

it('tells which tasks are still open after their last day', () => {
  const day = '2026-11-23';
  expect(isOverdue({ dueOn: '2026-11-22', doneAt: null }, day)).toBe(true);
  expect(isOverdue({ dueOn: day, doneAt: null }, day)).toBe(false);
  expect(isOverdue({ dueOn: null, doneAt: null }, day)).toBe(false);
  expect(isOverdue({ dueOn: '2026-11-22', doneAt: '2026-11-23T02:00:00Z' }, day)).toBe(false);
});

it.each([zh, en])('has a word for the part of the platform that a case means', (words) => {
  expect(words).toHaveProperty('riskCases.platformPart.service');
  for (const kind of periodKinds) expect(words).toHaveProperty(['riskCases', 'platformPart', kind]);
});

describe('what is offered for a case', () => {
  it('is what its state allows; closing has a sheet of its own', () => {
    expect(plainActions(at('open'), 7)).toEqual(['take']);
    expect(plainActions(at('in-hand', 3), 7)).toEqual(['take', 'put-back', 'wait']);
    expect(plainActions(at('closed', 7), 7)).toEqual(['reopen']);
  });

  it('lets nobody take over from himself', () => {
    expect(plainActions(at('in-hand', 7), 7)).toEqual(['put-back', 'wait']);
    expect(plainActions(at('waiting', 7), 7)).toEqual(['resume']);
  });

  it('takes measures on whom it is about, then on who stands beside him', () => {
    const both = { workerId: 4, enterpriseId: 9 };
    expect(measureTargets({ subjectKind: 'worker', ...both }).map(({ kind }) => kind)).toEqual([
      'worker',
      'enterprise',
    ]);
    expect(measureTargets({ subjectKind: 'enterprise', ...both }).map(({ id }) => id)).toEqual([9, 4]);
    expect(measureTargets({ subjectKind: 'finding', workerId: null, enterpriseId: null })).toEqual([]);
  });
});

describe('words of cases', () => {
  it.each([zh, en])('are there for every code', (words) => {
    // The dictionaries are typed as open trees of texts.
    const { riskCases, state } = words as unknown as {
      riskCases: Record<string, Record<string, string>>;
      state: Record<string, Record<string, string>>;
    };
    expect(Object.keys(riskCases['source'] ?? {}).sort()).toEqual([...caseSources].sort());
    expect(Object.keys(riskCases['subject'] ?? {}).sort()).toEqual([...caseSubjects].sort());
    expect(Object.keys(state['riskCase'] ?? {}).sort()).toEqual([...caseStates].sort());
    expect(Object.keys(state['riskSeverity'] ?? {}).sort()).toEqual([...severities].sort());
    expect(Object.keys(state['riskOutcome'] ?? {}).sort()).toEqual([...caseOutcomes].sort());
    expect(Object.keys(tones.riskCase).sort()).toEqual([...caseStates].sort());
  });
});
