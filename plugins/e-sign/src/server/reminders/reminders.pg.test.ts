import { at, command, eSignWorld, type ESignWorld } from '../e-sign.fixture';
import { remindSigners } from './remind-signers';

let world: ESignWorld;
const messages: string[] = [];
beforeAll(async () => {
  world = await eSignWorld();
  Object.assign(world.tools.signing, {
    codeSender: {
      name: 'test',
      showsCodes: false,
      sendCode: async () => true,
      sendReminder: async ({ phone }: { phone: string }) => {
        messages.push(phone);
        return true;
      },
    },
  });
});
afterAll(() => world.stop());

const agreement = {
  templateCode: 'worker-service',
  enterpriseId: null,
  scenarios: ['*'],
  validFrom: '2026-01-01',
  validTo: null,
};
const day = (count: number): Date => new Date(at.getTime() + count * 86_400_000);
const remind = (when: Date): Promise<number> => remindSigners(world.tools, { ...command, at: when });

it('reminds of what waits, three times at most, three days apart, and not at night', async () => {
  const workerIds = await world.workers(2);
  const { sent } = await world.test.db.transaction((tx) =>
    world.eSign.sendToWorkers(tx, command, agreement, workerIds),
  );
  const [own = 0, atService = 0] = sent.map(({ contractId }) => contractId);
  await world.test.db.transaction((tx) => world.eSign.requestSignatures(tx, command, [atService]));
  await world.jobs.drain();
  // 11:00 in Shanghai; the second day is too soon, and at 23:00 of the fourth nobody is written to.
  expect(await remind(day(2))).toBe(0);
  expect(await remind(new Date(day(4).getTime() + 12 * 3_600_000))).toBe(0);
  expect(await remind(day(4))).toBe(2);
  expect(await remind(day(4))).toBe(0);
  expect(messages).toHaveLength(1);
  const [flow] = await world.test.db.query('SELECT reminders FROM e_sign.sandbox_flows');
  expect(flow).toEqual({ reminders: 1 });
  expect(await remind(day(8))).toBe(2);
  await world.test.db.transaction((tx) => world.eSign.sign(tx, command, [own], 'click'));
  expect(await remind(day(12))).toBe(1);
  expect(await remind(day(16))).toBe(0);
  const rows = await world.test.db.query('SELECT contract_id, sent FROM e_sign.reminders ORDER BY contract_id');
  expect(rows).toEqual([
    { contract_id: own, sent: 2 },
    { contract_id: atService, sent: 3 },
  ]);
});
