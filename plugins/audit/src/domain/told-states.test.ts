import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { missingState, toldStates } from './told-states';

const plugins = path.resolve(__dirname, '../../..');

/** `action: 'worker.register'` in the sources of the plugins: what is written into the log. One letter is an alias of SQL. */
function writtenActions(): string[] {
  const sources = readdirSync(plugins, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^[\w-]+\/src\/.*\.ts$/.test(name) && !/\.(?:test|fixture)\.ts$/.test(name),
  );
  const found = sources.flatMap((name) => [
    ...readFileSync(path.join(plugins, name), 'utf8').matchAll(/\baction(?: =|:) '([a-z-]{2,}(?:\.[a-z-]+)+)'/g),
  ]);
  return [...new Set(found.map(([, action = '']) => action))];
}

it('knows every action that the plugins write, and none twice', () => {
  const written = writtenActions();
  expect(written.length).toBeGreaterThan(80);
  expect(written.filter((action) => !toldStates.has(action))).toEqual([]);
});

it('counts every kind of change of money as one that tells both states', () => {
  const money = [...toldStates].filter(([action]) =>
    /^(?:order|payout|fee-bill)\.(?:pay|fail|return|send|cancel|settle)$/.test(action),
  );
  expect(money.length).toBeGreaterThan(6);
  expect(money.filter(([, told]) => told !== 'both')).toEqual([]);
});

describe('missingState', () => {
  const state = { state: 'x' };
  it.each([
    ['a change without what was before', { action: 'settlement-line.edit', after: state }, 'before'],
    ['a change without what is now', { action: 'settlement-line.edit', before: state }, 'after'],
    ['a change with an empty state', { action: 'order.pay', before: {}, after: state }, 'before'],
    [
      'a change whose states hold nothing',
      { action: 'order.pay', before: state, after: { state: undefined } },
      'after',
    ],
    ['something new without what it is', { action: 'ledger.post' }, 'after'],
    ['a change that tells both', { action: 'order.pay', before: state, after: state }, undefined],
    ['something new', { action: 'ledger.post', after: state }, undefined],
    ['a look', { action: 'worker.search' }, undefined],
    ['a change that was refused', { action: 'order.pay', outcome: 'refused' }, undefined],
  ])('of %s is %s', (_what, entry, missing) => {
    expect(missingState(entry)).toBe(missing);
  });
});
