// The process of the contracts bench: signs service agreements with workers through the API, then has them sealed on the queue.
import { createRequire } from 'node:module';
import { bootPlatform } from './platform.mjs';

const require = createRequire(import.meta.url);
const { companies } = require('../dist/demo/synthetic/companies.js');
const { people } = require('../dist/demo/synthetic/people.js');
const { createRandom } = require('../dist/demo/synthetic/random.js');
const { onboardEnterprises } = require('../dist/demo/onboard-enterprises.js');
const { registerWorkers } = require('../dist/demo/register-workers.js');
const { findWorkers } = require('../dist/demo/find-workers.js');
const { signWithWorkers } = require('../dist/demo/sign-contracts.js');
const { shanghaiDay } = require('@linggong/core/domain');
const { systemCommand } = require('@linggong/core');

/** Sealed before the clock runs: threads load fonts once, and a paper is quick after some papers. */
const WARM = 60;

const count = Number(process.argv[2]);
const { api, app, db, clock, jobs, close } = await bootPlatform();
const random = createRandom(20_261_122);
const year = shanghaiDay(clock.now()).slice(0, 4);
const period = { validFrom: `${year}-01-01`, validTo: `${year}-12-31` };

const [enterprise] = await onboardEnterprises({ api, random }, companies.slice(0, 1), period.validFrom, period.validTo);
const made = people(random, count + WARM);
await registerWorkers(app, api, made);
const workers = await findWorkers(api, made);
const service = { template: 'worker-service', enterpriseId: enterprise.id, scenarios: [enterprise.scenario] };
await signWithWorkers(app, api, workers, { ...service, ...period });

const ids = (await db.query('SELECT id FROM public.contracts WHERE signed_at IS NOT NULL ORDER BY id')).map(
  ({ id }) => id,
);
await seal(ids.slice(0, WARM));
const begun = process.hrtime.bigint();
const before = process.cpuUsage();
await seal(ids.slice(WARM));
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
const used = process.cpuUsage(before);
const processorSeconds = (used.user + used.system) / 1e6;
const { sealed, pages, bytes } = await db.one(
  `SELECT count(*)::int AS sealed, avg(pages)::float8 AS pages, avg(bytes)::float8 AS bytes FROM e_sign.documents
   WHERE state = 'sealed' AND contract_id = ANY($1::int[])`,
  [ids.slice(WARM)],
);
if (sealed !== ids.length - WARM) throw new Error(`${sealed} of ${ids.length - WARM} documents were sealed`);
process.send({ sealed, seconds, processorSeconds, pages, bytes });
await close();
process.exit(0);

async function seal(contractIds) {
  const command = systemCommand('bench', clock.now(), 'bench');
  await jobs.enqueue(db, { queue: 'sealing', name: 'e-sign.seal', payload: { contractIds } }, command);
  await jobs.drain();
}
