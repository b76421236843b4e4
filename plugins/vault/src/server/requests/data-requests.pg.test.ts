import { systemCommand, type Command } from '@linggong/core';
import { createJobs, type JobsEngine } from '@linggong/jobs';
import { testDatabase, type TestDatabase } from '@linggong/database/testing';
import { extendRequest, lockRequest, moveRequest, receiveRequest, stepsOf } from './data-requests';
import { remindRequests } from './remind';

const received = new Date('2026-11-22T17:00:00Z');
let kit: TestDatabase;
let jobs: JobsEngine;
const heard: { requestId: number; late: boolean }[] = [];

beforeAll(async () => {
  kit = await testDatabase({ only: ['plugins/jobs', 'plugins/audit', 'plugins/vault'] });
  jobs = createJobs({ connectionString: kit.url, clock: { now: () => new Date() }, random: () => 0 });
  jobs.on('vault.data-request.due', 'test.hear', async ({ payload }) => {
    // Written by remindRequests.
    heard.push(payload as { requestId: number; late: boolean });
  });
}, 300_000);
afterAll(async () => {
  await jobs?.stop();
  await kit?.drop();
});

const at = (instant: string | Date): Command => systemCommand('test', new Date(instant), 'test');
const ask = (workerId: number): Promise<number> =>
  kit.db.transaction((tx) =>
    receiveRequest(tx, jobs, at(received), { workerId, kind: 'explanation', asked: '电话 13800138000 为何停用' }),
  );

describe('a request about data', () => {
  it('is due fifteen Shanghai days after it came, and keeps no number in clear', async () => {
    const id = await ask(1);
    const row = await kit.db.one<{ text: string; dueOn: string; number: string }>(
      `SELECT r::text AS text, due_on AS "dueOn", number FROM vault.data_requests r WHERE id = $1`,
      [id],
    );
    // 01:00 on the 23rd in Shanghai.
    expect(row).toMatchObject({ dueOn: '2026-12-08', number: expect.stringMatching(/^DR-2026-11-\d{4}$/) });
    expect(row.text).not.toContain('13800138000');
    await expect(ask(1)).rejects.toMatchObject({ code: 'request-open' });
  });

  it('is extended to the thirtieth day once, and only before its time is over', async () => {
    const id = await ask(2);
    const extend = (instant: string) =>
      kit.db.transaction(async (tx) => extendRequest(tx, at(instant), await lockRequest(tx, id), '需核对'));
    await expect(extend('2026-12-08T16:30:00Z')).rejects.toMatchObject({ code: 'request-not-extendable' });
    await extend('2026-12-08T15:30:00Z');
    expect((await kit.db.transaction((tx) => lockRequest(tx, id))).dueOn).toBe('2026-12-23');
    await expect(extend('2026-12-08T15:40:00Z')).rejects.toMatchObject({ code: 'request-not-extendable' });
  });

  it('is reminded of three days before it is due and every day after, once a day, until it has ended', async () => {
    const id = await ask(3);
    const remind = (instant: string) => remindRequests(kit.db, jobs, at(instant));
    expect(await remind('2026-12-04T00:30:00Z')).toBe(0);
    expect(await remind('2026-12-05T00:30:00Z')).toBeGreaterThan(0);
    expect(await remind('2026-12-05T08:30:00Z')).toBe(0);
    await remind('2026-12-09T00:30:00Z');
    await kit.db.transaction(async (tx) =>
      moveRequest(tx, at(received), await lockRequest(tx, id), 'answer', { outcome: '已说明' }),
    );
    await remind('2026-12-10T00:30:00Z');
    expect((await stepsOf(kit.db, id)).map(({ step }) => step)).toEqual([
      'received',
      'reminded',
      'reminded',
      'answered',
    ]);
    await jobs.drain(new Date('2027-01-01T00:00:00Z'));
    const own = heard.filter((told) => told.requestId === id);
    expect(own).toEqual([
      { requestId: id, late: false },
      { requestId: id, late: true },
    ]);
  });

  it('keeps its steps: nobody changes or removes one', async () => {
    for (const sql of [`UPDATE vault.data_request_steps SET actor = 'x'`, 'DELETE FROM vault.data_request_steps']) {
      await expect(kit.db.query(sql)).rejects.toThrow(/permission denied/);
    }
  });
});
