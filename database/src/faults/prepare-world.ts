import path from 'node:path';
import { createAccount, enrolFactor } from '@linggong/access';
import { sandboxCard } from '@linggong/channels';
import { clockOf, databaseOf, systemCommand } from '@linggong/core';
import { addDays, shanghaiDay } from '@linggong/core/domain';
import { vaultOf } from '@linggong/vault';
import type { Core } from '@strapi/strapi';
import { openApi } from '../demo/api-client';
import { postWithSecond } from '../demo/second-person';
import { onboardEnterprises } from '../demo/onboard-enterprises';
import { companies } from '../demo/synthetic/companies';
import { syntheticHolder } from '../demo/synthetic/holders';
import { people, type Person } from '../demo/synthetic/people';
import { createRandom } from '../demo/synthetic/random';
import { repositoryRoot } from '../repository';
import { seedWork } from '../seeding/seed-work';
import { seedWorkers } from '../seeding/seed-workers';
import { passwordOf, totpSecretOf, type PreparedEnterprise, type WorldOrder } from './world-order';

/** One payment in so many is refused by the bank: its money must come back. */
const refusedOneIn = 50;
const twoOfFinance = { maker: { role: 'finance-officer' }, decider: { role: 'finance-approver' } } as const;
const acceptedFen = 500_000_000;
const depositFen = 900_000_000_000;

/**
 * Entry of the process that prepares a database for faults: enterprises through the API, their people and accepted work
 * set-based, and accounts to sign in with.
 */
async function prepare({ seed, enterprises, lines }: WorldOrder): Promise<PreparedEnterprise[]> {
  const boot: { createApp(): Core.Strapi } = require(path.join(repositoryRoot, 'cms/dist/src/boot.js'));
  const app = boot.createApp();
  await app.load();
  const api = await openApi(app);
  const db = databaseOf(app);
  const today = shanghaiDay(clockOf(app).now());
  const stage = { api, random: createRandom(seed) };
  const onboarded = await onboardEnterprises(
    stage,
    companies.slice(0, enterprises),
    addDays(today, -30),
    addDays(today, 365),
  );
  const everybody = people(stage.random, lines * enterprises).map(withSandboxCard);
  const prepared: PreparedEnterprise[] = [];
  for (const [index, { id, name }] of onboarded.entries()) {
    const crew = everybody.slice(index * lines, (index + 1) * lines);
    const workerIds = await seedWorkers(db, vaultOf(app), crew);
    const task = await seedWork(db, { enterpriseId: id, number: `RW-${id}`, workerIds, acceptedFen });
    await postWithSecond(api, twoOfFinance, '/v1/deposits', {
      enterpriseId: id,
      amountFen: depositFen,
      bankSerial: `faults-${id}`,
      payerName: name,
    });
    prepared.push({ id, taskNumber: task.number, people: crew });
  }
  await openAccounts(app, prepared);
  await api.close();
  await app.destroy();
  return prepared;
}

function withSandboxCard(person: Person, index: number): Person {
  return { ...person, cardNumber: sandboxCard(index % refusedOneIn === 1 ? 'closed' : 'settles', index + 1) };
}

async function openAccounts(app: Core.Strapi, enterprises: readonly PreparedEnterprise[]): Promise<void> {
  const command = systemCommand('faults', clockOf(app).now(), 'faults');
  let serial = 0;
  const open = (identifier: string, owner: { enterpriseId?: number } = {}): Promise<void> =>
    databaseOf(app).transaction(async (tx) => {
      serial += 1;
      const holder = syntheticHolder(vaultOf(app), serial);
      const role = owner.enterpriseId === undefined ? 'finance-approver' : 'enterprise';
      const account = { identifier, password: passwordOf(identifier), role, holder, ...owner } as const;
      const accountId = await createAccount(tx, account, command);
      if (role === 'enterprise') return;
      await enrolFactor(tx, vaultOf(app), { accountId, secret: totpSecretOf(identifier) }, command);
    });
  await open('faults.approver');
  for (const { id } of enterprises) await open(`faults.enterprise-${id}`, { enterpriseId: id });
}

process.once('message', (order: WorldOrder) => {
  prepare(order).then(
    (enterprises) => process.send?.(enterprises, () => process.exit(0)),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
