// One process of the bulk check: `prepare` seeds people and starts it through the API, `run` works the queue off.
import { createRequire } from 'node:module';
import { bootPlatform } from './platform.mjs';

const require = createRequire(import.meta.url);
const { vaultOf } = require('@linggong/vault');
const { people } = require('../dist/demo/synthetic/people.js');
const { createRandom } = require('../dist/demo/synthetic/random.js');
const { seedWorkers } = require('../dist/seeding/seed-workers.js');

const [act, count] = process.argv.slice(2);
const platform = await bootPlatform();
const { api, app, db, jobs } = platform;

if (act === 'prepare') {
  await seedWorkers(db, vaultOf(app), people(createRandom(20_261_122), Number(count)));
  const filter = { realNameStates: ['verified'] };
  await api.post({ role: 'operator' }, '/v1/real-name-bulk-checks', { filter, reason: '压测' });
} else {
  const begun = process.hrtime.bigint();
  await jobs.drain();
  process.send({ seconds: Number(process.hrtime.bigint() - begun) / 1e9 });
}
await platform.close();
process.exit(0);
