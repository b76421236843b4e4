import fc from 'fast-check';
import type { Tx } from '@linggong/core';
import { covers, type CoveringContract, type Payment } from '../domain';
import { at, eSignWorld, type ESignWorld } from './e-sign.fixture';

/** Instants of revocation and the Shanghai days on which they lie. */
const revocations = [
  { instant: '2026-06-15T00:00:00Z', revokedOn: '2026-06-15' },
  { instant: '2026-11-21T15:59:59Z', revokedOn: '2026-11-21' },
  { instant: '2026-11-21T16:00:00Z', revokedOn: '2026-11-22' },
  { instant: '2026-11-22T15:59:59Z', revokedOn: '2026-11-22' },
];

type Given = CoveringContract & { revokedAt: string | null };

class Undone extends Error {}

describe('coverage in SQL', () => {
  let world: ESignWorld;
  beforeAll(async () => {
    world = await eSignWorld();
  }, 60_000);
  afterAll(() => world.stop());

  /** Contracts of the given workers, as the lifecycle can make them. */
  function contractsOf(workerIds: readonly number[], enterpriseIds: readonly number[]): fc.Arbitrary<Given[]> {
    const day = fc.constantFrom('2026-01-01', '2026-06-15', '2026-11-21', '2026-11-22', '2026-11-23');
    const contract = fc
      .record({
        workerId: fc.constantFrom(...workerIds),
        enterpriseId: fc.constantFrom(null, ...enterpriseIds),
        scenarios: fc.constantFrom(['*'], ['delivery'], ['delivery', 'design'], []),
        validFrom: day,
        validTo: fc.option(day),
        state: fc.constantFrom('sent', 'signed', 'revoked', 'expired'),
        isSignedBeforeItsEnd: fc.boolean(),
        revocation: fc.constantFrom(...revocations),
      })
      .filter(({ validFrom, validTo }) => validTo === null || validTo >= validFrom)
      .map(({ revocation: { instant, revokedOn }, isSignedBeforeItsEnd, ...same }) => {
        const isRevoked = same.state === 'revoked';
        const wasSigned = same.state === 'signed' || (same.state !== 'sent' && isSignedBeforeItsEnd);
        return { ...same, wasSigned, revokedOn: isRevoked ? revokedOn : null, revokedAt: isRevoked ? instant : null };
      });
    return fc.array(contract, { maxLength: 4 });
  }

  function paymentsOf(workerIds: readonly number[], enterpriseIds: readonly number[]): fc.Arbitrary<Payment[]> {
    const payment = fc.record({
      workerId: fc.constantFrom(...workerIds),
      enterpriseId: fc.constantFrom(...enterpriseIds),
      scenario: fc.constantFrom('delivery', 'design'),
      day: fc.constantFrom(
        '2025-12-31',
        '2026-01-01',
        '2026-06-14',
        '2026-06-15',
        '2026-11-21',
        '2026-11-22',
        '2026-11-24',
      ),
    });
    return fc.array(payment, { minLength: 1, maxLength: 6 });
  }

  async function insert(tx: Tx, contracts: readonly Given[]): Promise<void> {
    for (const [index, one] of contracts.entries()) {
      await tx.query(
        `INSERT INTO public.contracts (number, kind, template_id, worker_id, enterprise_id, scenarios, valid_from, valid_to,
           state, text_hash, signed_at, revoked_at)
         VALUES ($1, 'worker-service', (SELECT min(id) FROM contract_templates), $2, $3, $4::jsonb, $5, $6, $7, 'x', $8, $9)`,
        [
          `T-${index}`,
          one.workerId,
          one.enterpriseId,
          JSON.stringify(one.scenarios),
          one.validFrom,
          one.validTo,
          one.state,
          one.wasSigned ? at : null,
          one.revokedAt,
        ],
      );
    }
  }

  /** Whether the database covers each payment, with just these contracts in it. */
  async function coveredBySql(contracts: readonly Given[], payments: readonly Payment[]): Promise<boolean[]> {
    const answers: boolean[] = [];
    const asked = world.test.db.transaction(async (tx) => {
      await insert(tx, contracts);
      for (const { workerId, scenario, ...question } of payments) {
        const [found] = await world.eSign.coveredWorkers(tx, { ...question, pairs: [[workerId, scenario]] });
        answers.push(found !== null);
      }
      throw new Undone();
    });
    await expect(asked).rejects.toThrow(Undone);
    return answers;
  }

  it('says what the rule says', async () => {
    const workerIds = await world.workers(2);
    const enterpriseIds = [await world.enterprise(), await world.enterprise()];
    await fc.assert(
      fc.asyncProperty(
        contractsOf(workerIds, enterpriseIds),
        paymentsOf(workerIds, enterpriseIds),
        async (contracts, payments) => {
          const byRule = payments.map((payment) => contracts.some((contract) => covers(contract, payment)));
          expect(await coveredBySql(contracts, payments)).toEqual(byRule);
        },
      ),
      { numRuns: 100 },
    );
  }, 60_000);

  it('answers for a hundred thousand pairs in one statement', async () => {
    const workerIds = await world.workers(2_000);
    const request = {
      templateCode: 'worker-service',
      enterpriseId: null,
      scenarios: ['delivery'],
      validFrom: '2026-01-01',
      validTo: null,
    };
    const command = { actor: { kind: 'system' as const, name: 'test' }, at, traceId: 't' };
    const { sent } = await world.test.db.transaction((tx) =>
      world.eSign.sendToWorkers(tx, command, request, workerIds),
    );
    const ids = sent.map(({ contractId }) => contractId);
    await world.test.db.transaction((tx) => world.eSign.sign(tx, command, ids, 'paper'));
    const pairs = Array.from(
      { length: 100_000 },
      (_, line) => [workerIds[line % 2_000] ?? 0, line % 2 === 0 ? 'delivery' : 'design'] as const,
    );
    const started = performance.now();
    const covered = await world.eSign.coveredWorkers(world.test.db, { enterpriseId: 1, day: '2026-11-22', pairs });
    const seconds = (performance.now() - started) / 1_000;
    process.stdout.write(`e-sign: 100,000 pairs covered in ${seconds.toFixed(2)} s\n`);
    expect(covered.filter((contractId) => contractId !== null)).toHaveLength(50_000);
    expect(seconds).toBeLessThan(20);
  }, 120_000);
});
