import { databaseOf } from '@linggong/core';
import { jobsOf } from '@linggong/jobs';
import { bootStrapi, startRedis, type BootedStrapi, type RedisServers } from '../testing';
import { createHunter } from './hunter';
import { huntFolder } from './places/folders';
import { canariesOf, plantedPerson } from './planted';

/** Queues and counts of calls on Redis (R9.8): what a registration and its checks leave there holds nobody's values. */
describe('canaries and Redis', () => {
  let redis: RedisServers;
  let booted: BootedStrapi;
  const person = plantedPerson(3);
  const hunter = createHunter(canariesOf('redis', person));
  const usual = process.env['REDIS_URL'];

  beforeAll(async () => {
    redis = await startRedis();
    process.env['REDIS_URL'] = redis.url;
    booted = await bootStrapi();
  }, 240_000);
  afterAll(async () => {
    await booted?.stop();
    await redis?.stop();
    if (usual === undefined) delete process.env['REDIS_URL'];
    else process.env['REDIS_URL'] = usual;
  });

  const ask = (...command: string[]): Promise<string> => redis.ask(redis.ports[0] ?? 0, ...command);

  /** Every key with what it holds, in one answer. */
  async function everything(): Promise<{ keys: number; text: string }> {
    return { keys: Number(await ask('DBSIZE')), text: await ask('EVAL', readAll, '0') };
  }

  async function saved(): Promise<string[]> {
    await ask('CONFIG', 'SET', 'rdbcompression', 'no');
    expect((await ask('SAVE')).trim()).toBe('OK');
    const [, folder = ''] = (await ask('CONFIG', 'GET', 'dir')).split('\n');
    const { findings, bytes } = await huntFolder(folder, hunter);
    expect(bytes).toBeGreaterThan(1_000);
    return findings.map(({ canary }) => canary);
  }

  it('are not among the keys and not in the RDB after work went through the queues', async () => {
    const operator = await booted.token('operator');
    const { email: _noField, ...form } = person;
    await booted.http.post('/api/v1/workers').auth(operator, { type: 'bearer' }).send(form).expect(201);
    const header = '姓名,证件号码,手机号,银行卡号,地址';
    const row = [person.name, person.identityNumber, person.phone, person.cardNumber, person.address].join(',');
    await booted.http
      .post('/api/v1/workers/imports')
      .auth(operator, { type: 'bearer' })
      .attach('file', Buffer.from(`${header}\r\n${row}\r\n`), `${person.phone}.csv`)
      .expect(202);
    for (const identifier of Object.values(person) as string[]) {
      await booted.http.post('/api/auth/local').send({ identifier, password: identifier }).expect(401);
    }
    await jobsOf(booted.strapi).start();
    await untilDone();
    const { keys, text } = await everything();
    expect(keys).toBeGreaterThan(5);
    expect(hunter.inPiece(Buffer.from(text))).toEqual([]);
    expect(await saved()).toEqual([]);
  }, 120_000);

  it('would have been found there', async () => {
    await ask('SET', 'linggong:control', `x${person.phone}x`);
    await ask('HSET', 'linggong:control-hash', 'data', JSON.stringify({ name: person.name }));
    const { text } = await everything();
    const inKeys = hunter.inPiece(Buffer.from(text)).map(({ canary }) => canary);
    expect(inKeys.sort()).toEqual(['redis.name', 'redis.phone']);
    expect((await saved()).sort()).toEqual(['redis.name', 'redis.phone']);
  });

  async function untilDone(): Promise<void> {
    for (let round = 0; round < 600; round += 1) {
      const { open, done } = await databaseOf(booted.strapi).one<{ open: number; done: number }>(
        `SELECT count(*) FILTER (WHERE state IN ('waiting', 'running'))::int AS open,
                count(*) FILTER (WHERE name = 'parties.import-workers' AND state = 'done')::int AS done FROM jobs.runs`,
      );
      if (open === 0 && done > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the queues did not work off what was planted');
  }
});

const readAll = `
  local found = {}
  for _, key in ipairs(redis.call('KEYS', '*')) do
    local kind = redis.call('TYPE', key).ok
    local held = kind == 'hash' and redis.call('HGETALL', key) or kind == 'list' and redis.call('LRANGE', key, 0, -1)
      or kind == 'set' and redis.call('SMEMBERS', key) or kind == 'zset' and redis.call('ZRANGE', key, 0, -1)
      or kind == 'stream' and redis.call('XRANGE', key, '-', '+') or redis.call('GET', key)
    table.insert(found, { key, held })
  end
  return found`;
