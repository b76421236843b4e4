// Phase 1: one enterprise, as many workers as the largest sheet has lines, contracts, accepted work, deposits and the sheets.
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { asEnterprise, bootPlatform, chunksOf } from './platform.mjs';

const require = createRequire(import.meta.url);
const { companies } = require('../dist/demo/synthetic/companies.js');
const { people } = require('../dist/demo/synthetic/people.js');
const { createRandom } = require('../dist/demo/synthetic/random.js');
const { onboardEnterprises } = require('../dist/demo/onboard-enterprises.js');
const { registerWorkers } = require('../dist/demo/register-workers.js');
const { signWithWorkers } = require('../dist/demo/sign-contracts.js');
const { deposit, payoutHeader, payoutRow } = require('../dist/demo/settle-month.js');
const { sheetText } = require('../dist/demo/sheet.js');
const { shanghaiDay } = require('@linggong/core/domain');
const { vaultOf } = require('@linggong/vault');

const sizes = process.argv.slice(2).map(Number);
const IMPORT_ROWS = 50_000;
const CONTRACTS = 20_000;
const ENGAGEMENTS = 5_000;
const operator = { role: 'operator' };

const platform = await bootPlatform();
const { api, app, db, clock } = platform;
const random = createRandom(20_261_122);
const today = shanghaiDay(clock.now());
const year = today.slice(0, 4);

const [enterprise] = await onboardEnterprises({ api, random }, companies.slice(0, 1), `${year}-01-01`, `${year}-12-31`);
const made = people(random, Math.max(...sizes));
for (const chunk of chunksOf(made, IMPORT_ROWS)) await registerWorkers(app, api, chunk);
const registered = await db.query('SELECT id, identity_blind AS subject FROM public.workers');
const idOf = new Map(registered.map(({ id, subject }) => [subject, id]));
const vault = vaultOf(app);
const workers = made.map((person) => ({ ...person, id: idOf.get(vault.subjectOf(person.identityNumber)) }));
for (const chunk of chunksOf(workers, CONTRACTS)) {
  const period = { validFrom: `${year}-01-01`, validTo: `${year}-12-31` };
  const service = { template: 'worker-service', enterpriseId: enterprise.id, scenarios: [enterprise.scenario] };
  await signWithWorkers(app, api, chunk, { ...service, ...period });
  await signWithWorkers(app, api, chunk, { template: 'tax-agency', ...period });
}

for (const [index, size] of sizes.entries()) {
  const work = workers.slice(0, size).map((worker) => ({ worker, fen: random.integer(30_000, 300_000) }));
  const task = await acceptedTask(work);
  await deposit(api, enterprise, work.reduce((sum, { fen }) => sum + fen, 0) * 2, `bench-${index}`);
  const rows = work.map((done) => payoutRow(task, done, '压测'));
  const folder = path.join(process.env.LINGGONG_DATA, 'bench');
  await writeFile(path.join(folder, `${index}.csv`), sheetText(payoutHeader, rows));
  await writeFile(path.join(folder, 'enterprise'), String(enterprise.id));
}
await platform.close();
process.exit(0);

/** A task with everybody engaged, delivered and accepted, as the enterprise does it. */
async function acceptedTask(work) {
  const caller = asEnterprise(enterprise.id);
  const total = work.reduce((sum, { fen }) => sum + fen, 0);
  const task = await api.post(caller, '/v1/tasks', {
    enterpriseId: enterprise.id,
    title: enterprise.taskTitle,
    scenario: enterprise.scenario,
    description: `按件计量、按成果验收的${enterprise.taskTitle}。`,
    place: '长沙',
    headcount: work.length,
    unitPriceFen: 500,
    budgetFen: total * 2,
    startsOn: `${today.slice(0, 7)}-01`,
    endsOn: `${today.slice(0, 7)}-28`,
  });
  await api.post(caller, `/v1/tasks/${task.id}/submit`);
  const { criteria } = await api.get(operator, `/v1/tasks/${task.id}/reviews`);
  const judged = { criteria: criteria.map(({ id }) => ({ id, holds: true })), reason: '合同与施工内容已经核对' };
  await api.post(operator, `/v1/tasks/${task.id}/publish`, judged);
  for (const chunk of chunksOf(work, ENGAGEMENTS)) {
    const engaged = chunk.map(({ worker, fen }) => ({ workerId: worker.id, agreedFen: fen }));
    await api.post(caller, `/v1/tasks/${task.id}/engagements`, { workers: engaged });
  }
  const engagements = await db.query('SELECT id FROM public.engagements WHERE task_id = $1 ORDER BY id', [task.id]);
  const standard = await api.get(caller, '/v1/engagement-criteria');
  const accepts = { criteria: standard.criteria.map(({ id }) => ({ id, holds: true })) };
  for (const action of ['deliver', 'accept']) {
    for (const chunk of chunksOf(engagements, ENGAGEMENTS)) {
      const said = action === 'accept' ? accepts : {};
      await api.post(caller, `/v1/engagements/${action}`, { engagements: chunk, ...said });
    }
  }
  return task;
}
