import { verdictOn, type SeenSession } from './verdict';
import { sameWriter, writerNote } from './writer-note';

const said = {
  pid: 7,
  port: 5000,
  sessionUser: 'linggong_app',
  systemUser: 'scram-sha-256:linggong_app',
  replica: false,
};
const note = (more: object = {}) => {
  const read = writerNote(JSON.stringify({ ...said, ...more }));
  if (!read) throw new Error('no note');
  return read;
};
const session = (login: string, isWriter = false): SeenSession => ({
  login,
  pid: 1,
  address: null,
  application: 'psql',
  isWriter,
});

it.each([
  ['one note of an enrolled session', [note()], 'serve', [], 'application', 'linggong_app', 'system-user', false],
  ['one note of a migration', [note()], 'migrate', [], 'migration', 'linggong_app', 'system-user', false],
  ['one note of nobody', [note()], undefined, [], 'bypass', 'linggong_app', 'system-user', false],
  [
    'before PostgreSQL 16',
    [note({ systemUser: null })],
    undefined,
    [],
    'bypass',
    'linggong_app',
    'session-user',
    false,
  ],
  ['two notes', [note(), note({ pid: 8 })], 'serve', [], 'bypass', 'linggong_app', 'system-user', true],
  ['no note, seen in it', [], undefined, [session('a'), session('b', true)], 'bypass', 'b', 'sample', false],
  ['no note, seen about', [], undefined, [session('a')], 'bypass', undefined, 'unknown', false],
  ['no note, never of ours', [], 'serve', [], 'bypass', undefined, 'unknown', false],
] as const)('%s', (_name, notes, enrolled, seen, kind, user, source, isForged) => {
  const verdict = verdictOn({ notes, enrolled, seen });
  expect(verdict).toMatchObject({ kind, user, source, isForged });
  expect(verdict.candidates).toEqual(source === 'unknown' ? seen : []);
});

it('takes no note from a text that the trigger does not write', () => {
  for (const text of ['', '{', '[]', 'null', '{"pid": "7", "port": 1, "sessionUser": "x"}']) {
    expect(writerNote(text)).toBeUndefined();
  }
  expect(sameWriter(note(), note({ relation: 'b', operation: 'DELETE' }))).toBe(true);
  expect(sameWriter(note(), note({ port: 1 }))).toBe(false);
});
