import { at, command, eSignWorld, type ESignWorld } from '../e-sign.fixture';
import { checkCode, sendCode, useCode } from './signing-codes';

let world: ESignWorld;
let workerId: number;
const sent: { phone: string; code: string }[] = [];
let isAway = false;
beforeAll(async () => {
  world = await eSignWorld();
  [workerId = 0] = await world.workers(1);
  Object.assign(world.tools.signing, {
    codeSender: {
      name: 'test',
      showsCodes: false,
      sendCode: async (message: { phone: string; code: string }) => {
        sent.push(message);
        return !isAway;
      },
      sendReminder: async () => true,
    },
  });
});
afterAll(() => world.stop());

let contractId = 0;
beforeEach(() => {
  contractId += 1;
  isAway = false;
});

const minutes = (count: number) => ({ ...command, at: new Date(at.getTime() + count * 60_000) });
const send = (when = command) => sendCode(world.tools, when, { contractId, accountId: 1, workerId });
const check = (code: string, more: { accountId?: number; contractId?: number; when?: typeof command } = {}) =>
  checkCode(world.tools, more.when ?? command, { contractId, accountId: 1, code, ...more });
const last = (): string => sent.at(-1)?.code ?? '';
const other = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

it('goes to the worker’s own phone, is good once, and is nowhere in the tables', async () => {
  const { shownCode } = await send();
  expect(shownCode).toBeUndefined();
  expect(sent.at(-1)).toEqual({ phone: expect.stringMatching(/^138\d{8}$/), code: expect.stringMatching(/^\d{6}$/) });
  const rows = await world.test.db.query('SELECT to_jsonb(c)::text AS row FROM e_sign.signing_codes c');
  expect(JSON.stringify(rows)).not.toContain(`"${last()}"`);
  const id = await check(last());
  await useCode(world.test.db, id, at);
  await expect(useCode(world.test.db, id, at)).rejects.toMatchObject({ code: 'signing-code-wrong' });
  await expect(check(last())).rejects.toMatchObject({ code: 'signing-code-wrong' });
});

it('is good for five minutes, for this contract and this account', async () => {
  await send();
  await expect(check(last(), { when: minutes(6) })).rejects.toMatchObject({ code: 'signing-code-wrong' });
  await expect(check(last(), { accountId: 2 })).rejects.toMatchObject({ code: 'signing-code-wrong' });
  await expect(check(last(), { contractId: 99 })).rejects.toMatchObject({ code: 'signing-code-wrong' });
  expect(await check(last(), { when: minutes(4) })).toBeDefined();
});

it('is refused after five tries, the right one too, and tries at once are counted each', async () => {
  await send();
  const tries = await Promise.allSettled(Array.from({ length: 8 }, () => check(other(last()))));
  const left = tries.map((one) => (one.status === 'rejected' ? (one.reason as { extra: object }).extra : {}));
  expect(left.map((extra) => Object.values(extra)[0]).sort()).toEqual([0, 0, 0, 0, 1, 2, 3, 4]);
  await expect(check(last())).rejects.toMatchObject({ code: 'signing-code-wrong', extra: { triesLeft: 0 } });
});

it('comes once a minute and five times an hour; a new one takes the place of the old', async () => {
  await send();
  const first = last();
  await expect(send()).rejects.toMatchObject({ status: 429, extra: { retryAfterSeconds: 60 } });
  for (const minute of [1, 2, 3, 4]) await send(minutes(minute));
  if (first !== last()) await expect(check(first, { when: minutes(4) })).rejects.toMatchObject({ status: 422 });
  await expect(send(minutes(6))).rejects.toMatchObject({ status: 429, extra: { retryAfterSeconds: 54 * 60 } });
  await send(minutes(61));
  const both = await Promise.allSettled([send(minutes(63)), send(minutes(63))]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('that was not sent is told so, and without a sender there is none', async () => {
  isAway = true;
  await expect(send()).rejects.toMatchObject({ status: 503, code: 'signing-code-not-sent' });
  Object.assign(world.tools.signing, { codeSender: undefined });
  await expect(send()).rejects.toMatchObject({ status: 409, code: 'signing-code-off' });
});
