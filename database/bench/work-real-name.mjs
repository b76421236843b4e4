// One process of the bulk check: `prepare` seeds people and starts it through the API, `run` works the queue off.
import { createRequire } from 'node:module';
import { bootPlatform } from './platform.mjs';

const require = createRequire(import.meta.url);
const { vaultOf } = require('@linggong/vault');
const { seedVerifiedPeople } = require('../../plugins/real-name/dist/testing/verified-people.js');

const CHUNK = 10_000;
const [act, count] = process.argv.slice(2);
const platform = await bootPlatform();
const { api, app, db, jobs } = platform;

if (act === 'prepare') {
  for (let from = 0; from < Number(count); from += CHUNK) {
    const people = { count: Math.min(CHUNK, Number(count) - from), from, checkedAt: new Date('2026-01-05T00:00:00Z') };
    await seedVerifiedPeople(db, vaultOf(app), people);
  }
  const filter = { realNameStates: ['verified'] };
  await api.post({ role: 'operator' }, '/v1/real-name-bulk-checks', { filter, reason: '压测' });
} else {
  const begun = process.hrtime.bigint();
  await jobs.drain();
  process.send({ seconds: Number(process.hrtime.bigint() - begun) / 1e9 });
}
await platform.close();
process.exit(0);
