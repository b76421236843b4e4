import type { PayoutChannel } from '../../domain';
import { payoutChannelCases, type ConformanceFixture } from '../channel-conformance';
import { fileBankWorld, type FileBankWorld } from '../sandbox-bank/files/file-bank.fixture';

const at = new Date('2026-11-20T02:00:00Z');
let world: FileBankWorld;
beforeAll(async () => {
  world = await fileBankWorld();
}, 120_000);
afterAll(() => world.stop());

/** The adapter with its bank behind it: before it is asked, files go over and come back. */
function exchanging(code: string): PayoutChannel {
  const channel = world.channel(code);
  let line = Promise.resolve();
  const exchange = (until: Date): Promise<void> => {
    // Hands are few: one exchange after the other.
    line = line.then(async () => {
      await world.deliver(code, at);
      for (const file of (await world.give(code, until)).files) {
        expect((await world.bring(code, file, until)).fault).toBeNull();
      }
    });
    return line;
  };
  return {
    ...channel,
    answers: async (cursor, limit, until) => {
      await exchange(until);
      return channel.answers(cursor, limit, until);
    },
  };
}

describe.each(['iso-09', 'ccb'])('bank-file-%s is a payout channel: it', (code) => {
  it.each(payoutChannelCases)('$name', async ({ run }) => {
    const account = await world.account(1_000_000n, at);
    const instruction: ConformanceFixture['instruction'] = (wanted, amountFen) =>
      world.instruction(account, wanted, amountFen);
    await run({ channel: exchanging(code), account, instruction, at });
  });
});
