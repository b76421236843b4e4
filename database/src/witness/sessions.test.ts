import type { Client } from 'pg';
import { createSessions } from './sessions';

const start = Date.UTC(2026, 10, 26);
const hours = (count: number): Date => new Date(start + count * 3_600_000);

/** What pg_stat_activity tells at one moment: the session on port 5001, where it is there, and one that enrolled nowhere. */
function at(now: Date, isThere: boolean): Client {
  const session = { login: 'linggong_app', address: null, application: 'a', xid: null, from: hours(-1), now };
  const rows = [...(isThere ? [{ ...session, pid: 1, port: 5001 }] : []), { ...session, pid: 9, port: 5009 }];
  const server: unknown = { query: () => Promise.resolve({ rows }) };
  // The one method that a look needs.
  return server as Client;
}

it('forgets an enrolment two days after its session was last there, and none before', async () => {
  const sessions = createSessions();
  sessions.enrol(1, 5001, 'serve', hours(0));
  for (const hour of [0, 40, 80]) await sessions.look(at(hours(hour), true));
  await sessions.look(at(hours(127), false));
  expect(sessions.enrolled(1, 5001, hours(79))).toBe('serve');
  await sessions.look(at(hours(129), false));
  expect(sessions.enrolled(1, 5001, hours(79))).toBeUndefined();
});

it('keeps one that it read late: what it wrote is read later still', async () => {
  const sessions = createSessions();
  sessions.enrol(1, 5001, 'serve', hours(0));
  await sessions.look(at(hours(72), false));
  await sessions.look(at(hours(119), false));
  expect(sessions.enrolled(1, 5001, hours(1))).toBe('serve');
  await sessions.look(at(hours(121), false));
  expect(sessions.enrolled(1, 5001, hours(1))).toBeUndefined();
});
