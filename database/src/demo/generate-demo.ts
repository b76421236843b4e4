import { closeTokenAccounts } from '@linggong/access';
import { clockOf } from '@linggong/core';
import { addMonths, monthOf, shanghaiDay, startOfDay, type Day, type Month } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';
import type { Crew, DemoEnterprise, DemoStage } from './stage';
import { openApi } from './api-client';
import { openDemoAccounts } from './demo-accounts';
import { findWorkers, type DemoWorker } from './find-workers';
import { onboardEnterprises } from './onboard-enterprises';
import { settlePastMonth, type SettledMonth } from './past-month';
import { registerWorkers } from './register-workers';
import { signWithWorkers } from './sign-contracts';
import { companies } from './synthetic/companies';
import { people } from './synthetic/people';
import { createRandom } from './synthetic/random';
import { turnOfMonth } from './turn-of-month';
import { prepareWaitingBatch } from './waiting-batch';

const pastMonths = 3;

/** Puts the demo platform into an empty database, through the API that people use, at the times when it would have happened. */
export async function generateDemo(
  app: Core.Strapi,
  accountsFile: string,
  stage: (zh: string, en: string) => void,
): Promise<void> {
  const clock = clockOf(app);
  const today = shanghaiDay(clock.now());
  const api = await openApi(app);
  const moveTo = (day: Day, hour: number): void => clock.moveTo(new Date(startOfDay(day).getTime() + hour * 3_600_000));
  const backToNow = (): void => clock.moveTo(undefined);
  const demo: DemoStage = { app, api, random: createRandom(20_261_122), today, moveTo, backToNow };
  try {
    const crews = await found(demo, stage);
    let last: SettledMonth | undefined;
    for (let back = pastMonths; back >= 1; back -= 1) {
      const month = addMonths(monthOf(today), -back);
      stage(`结算 ${month}`, `Settling ${month}`);
      last = await settlePastMonth(demo, crews, month);
    }
    if (!last) throw new Error('the demo settled no month');
    stage('准备待确认批次', 'Preparing the batch that waits');
    await prepareWaitingBatch(demo, crews, last);
    await turnOfMonth(demo, crews, addMonths(monthOf(today), -pastMonths - 1));
    stage('开通演示账号', 'Opening the demo accounts');
    await closeTokenAccounts(app);
    await openDemoAccounts(app, accountsFile, ownersOf(crews));
  } finally {
    clock.moveTo(undefined);
    await api.close();
  }
}

/** Enterprises, workers and contracts, as they were before the first month. */
async function found(demo: DemoStage, stage: (zh: string, en: string) => void): Promise<readonly Crew[]> {
  const { app, api, random, moveTo } = demo;
  const firstMonth = addMonths(monthOf(demo.today), -pastMonths - 1);
  moveTo(`${firstMonth}-06`, 10);
  stage('企业入驻', 'Onboarding enterprises');
  const enterprises = await onboardEnterprises(demo, companies, `${firstMonth}-01`, yearAfter(firstMonth));
  moveTo(`${firstMonth}-12`, 10);
  stage('灵工登记与实名核验', 'Registering workers and checking who they are');
  const made = people(
    random,
    companies.reduce((sum, { workerCount }) => sum + workerCount, 0),
  );
  await registerWorkers(app, api, made);
  const workers = await findWorkers(api, made);
  const crews = crewsOf(enterprises, workers);
  moveTo(`${firstMonth}-20`, 10);
  stage('签署合同', 'Signing contracts');
  await signEverybody(demo, crews, firstMonth);
  return crews;
}

function crewsOf(enterprises: readonly DemoEnterprise[], workers: readonly DemoWorker[]): Crew[] {
  let next = 0;
  return enterprises.map((enterprise) => {
    const first = next;
    next += enterprise.workerCount;
    return { enterprise, workers: workers.slice(first, next) };
  });
}

async function signEverybody({ app, api }: DemoStage, crews: readonly Crew[], from: Month): Promise<void> {
  const validTo = yearAfter(from);
  for (const { enterprise, workers } of crews) {
    await signWithWorkers(app, api, workers, {
      template: 'worker-service',
      enterpriseId: enterprise.id,
      scenarios: [enterprise.scenario],
      validFrom: `${from}-01`,
      validTo,
    });
  }
  const everybody = crews.flatMap(({ workers }) => workers);
  await signWithWorkers(app, api, everybody, { template: 'tax-agency', validFrom: `${from}-01`, validTo });
}

/** The last day of the demo's yearly contracts. */
function yearAfter(month: Month): Day {
  return `${addMonths(month, 12)}-28`;
}

function ownersOf(crews: readonly Crew[]): { enterpriseId?: number; workerId?: number } {
  const [first] = crews;
  const worker = first?.workers[0];
  return { ...(first && { enterpriseId: first.enterprise.id }), ...(worker && { workerId: worker.id }) };
}
