import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { toldStates } from '@linggong/audit/domain';
import { audit as english } from '../i18n/en/audit';
import { audit } from '../i18n/zh/audit';
import { loggedActions } from './logged-actions';

const plugins = path.resolve(__dirname, '../../../plugins');

/** What the plugins write into the log: `action: 'worker.register'` in their sources; one letter is an alias of SQL. */
function writtenActions(): string[] {
  const sources = readdirSync(plugins, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /^[\w-]+\/src\/.*\.ts$/.test(name) && !/\.(?:test|fixture)\.ts$/.test(name),
  );
  const found = sources.flatMap((name) => [
    ...readFileSync(path.join(plugins, name), 'utf8').matchAll(/\baction: '([a-z-]{2,}\.[a-z-]+)'/g),
  ]);
  return [...new Set(found.map(([, action = '']) => action))];
}

it('has a word for every action that is written into the log', () => {
  const actions = [...writtenActions(), ...loggedActions];
  expect(actions.length).toBeGreaterThan(60);
  const { noun, verb } = audit.audit;
  expect(
    actions.filter((action) => {
      const [subject = '', done = ''] = action.split('.');
      return !(subject in noun) || !(done in verb);
    }),
  ).toEqual([]);
  expect(writtenActions().filter((action) => !loggedActions.includes(action))).toEqual([]);
});

it('has a word for every action of the catalogue, in both languages', () => {
  for (const { noun, verb } of [audit.audit, english.audit]) {
    const unknown = [...toldStates.keys()].filter((action) => {
      const [subject = '', done = ''] = action.split('.');
      return !(subject in noun) || !(done in verb);
    });
    expect(unknown).toEqual([]);
  }
});
