import type { Page, Response } from 'playwright-core';
import { createHunter, type Canary, type Finding, type Hunter } from '../../database/src/canary/hunter';
import { answerListener } from '../../database/src/canary/places/answers';
import { canariesOf, plantedCompany } from '../../database/src/canary/planted';
import { companies } from '../../database/src/demo/synthetic/companies';
import { people } from '../../database/src/demo/synthetic/people';
import { createRandom } from '../../database/src/demo/synthetic/random';
import { corrected, holder, imported, payer, registered, stray } from './canary-people';

const canaries: readonly Canary[] = [
  ...canariesOf('registered', registered),
  ...canariesOf('imported', imported),
  ...canariesOf('stray', stray),
  ...canariesOf('payer', payer),
  ...canariesOf('corrected', corrected),
  ...canariesOf('holder', holder),
  ...canariesOf('company', plantedCompany),
];

/** Identity numbers, telephones and cards of everybody of the demo: drawn from a fixed seed, as `payout-sheet.ts` tells. */
function numbersOfTheDemo(): ReadonlyMap<string, string> {
  const random = createRandom(20_261_122);
  companies.forEach(() => [random.integer(0, 3), random.integer(0, 3)]);
  const everybody = people(
    random,
    companies.reduce((sum, { workerCount }) => sum + workerCount, 0),
  );
  return new Map(
    everybody.flatMap(({ identityNumber, phone, cardNumber }) => [
      [identityNumber, 'demo.identityNumber'] as const,
      [phone, 'demo.phone'] as const,
      [cardNumber, 'demo.cardNumber'] as const,
    ]),
  );
}

/** Looks for the canaries and for everybody of the demo. */
export const hunter: Hunter = createHunter(canaries, numbersOfTheDemo());

const listener = answerListener(hunter);
const reading = new Set<Promise<void>>();

/**
 * Hears what the platform answers to everything that a browser sends but its readings, which the hunt asks for by itself: what a role is told when
 * it acts is hunted in passing, by the journeys that act anyway.
 */
export function listenTo(page: Page, role: string): void {
  page.on('response', (answer) => {
    const { pathname } = new URL(answer.url());
    const method = answer.request().method();
    if (method === 'GET' || !pathname.startsWith('/api/')) return;
    const read = hear(answer, { role, method, path: pathname });
    reading.add(read);
    void read.finally(() => reading.delete(read));
  });
}

async function hear(answer: Response, about: { role: string; method: string; path: string }): Promise<void> {
  const heads = Buffer.from(JSON.stringify(answer.headers()));
  // A page that goes on before its answer was read has none to show.
  const body = await answer.body().catch(() => Buffer.alloc(0));
  listener.hear({ ...about, piece: Buffer.concat([heads, body]) });
}

/** What was found so far, once everything that came has been read. */
export async function heardInJourneys(): Promise<{ readonly findings: Finding[]; readonly answers: number }> {
  await Promise.all(reading);
  return { findings: listener.findings(), answers: listener.answers() };
}
