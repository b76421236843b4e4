import { addDays, addMonths, monthOf } from '@linggong/core/domain';
import type { ApiClient, Caller } from './api-client';
import type { DemoWorker } from './find-workers';
import type { Crew, DemoStage } from './stage';
import { registerWorkers } from './register-workers';
import { signWithWorkers } from './sign-contracts';
import type { Person } from './synthetic/people';
import { troubledPeople, type TroubledPeople } from './troubled-people';
import { workCases } from './work-cases';

const operator: Caller = { role: 'operator' };

/** People of the waiting batch who meet a blocker, registered and contracted as far as each of them is. */
export type WaitingCast = {
  readonly [Kind in 'wrongHolder' | 'withoutContract' | 'withoutAuthorization' | 'newcomers']: readonly DemoWorker[];
} & Pick<TroubledPeople, 'unverified' | 'strangers' | 'minor'>;

export async function registerCast(demo: DemoStage, crew: Crew): Promise<WaitingCast> {
  const { app, api, today } = demo;
  const people = troubledPeople(today);
  demo.moveTo(addDays(today, -20), 10);
  const early = [people.unverified, people.wrongHolder, people.withoutContract, people.withoutAuthorization].flat();
  await registerWorkers(app, api, early);
  await workCases(demo);
  demo.backToNow();
  await registerWorkers(app, api, people.newcomers);
  const cast: WaitingCast = {
    ...people,
    wrongHolder: await findEach(api, people.wrongHolder),
    withoutContract: await findEach(api, people.withoutContract),
    withoutAuthorization: await findEach(api, people.withoutAuthorization),
    newcomers: await findEach(api, people.newcomers),
  };
  await signForCast(demo, crew, cast);
  return cast;
}

async function signForCast({ app, api, today }: DemoStage, { enterprise }: Crew, cast: WaitingCast): Promise<void> {
  const dates = { validFrom: `${addMonths(monthOf(today), -1)}-01`, validTo: `${addMonths(monthOf(today), 11)}-28` };
  const { wrongHolder, withoutContract, withoutAuthorization, newcomers } = cast;
  await signWithWorkers(app, api, [...wrongHolder, ...withoutAuthorization, ...newcomers], {
    template: 'worker-service',
    enterpriseId: enterprise.id,
    scenarios: [enterprise.scenario],
    ...dates,
  });
  await signWithWorkers(app, api, [...wrongHolder, ...withoutContract, ...newcomers], {
    template: 'tax-agency',
    ...dates,
  });
}

async function findEach(api: ApiClient, people: readonly Person[]): Promise<DemoWorker[]> {
  const found: DemoWorker[] = [];
  for (const person of people) {
    const [hit] = await searchWorker(api, person);
    if (!hit) throw new Error('a worker that was just registered is not found');
    found.push({ ...person, id: hit.id });
  }
  return found;
}

async function searchWorker(api: ApiClient, { identityNumber }: Person): Promise<readonly { id: number }[]> {
  const { items } = await api.post<{ items: { id: number }[] }>(operator, '/v1/workers/search', { identityNumber });
  return items;
}
