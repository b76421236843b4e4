import { FEN_MAX } from '@linggong/core/domain';
import { adjustmentBody } from './index';

it('takes no amount of which twenty could not be told exactly: what a second person is shown adds them up', () => {
  const of = (amountFen: number) => ({
    postings: [{ source: 'fee:1', destination: 'bank:platform', amountFen }],
    reason: '更正',
  });
  expect(adjustmentBody.safeParse(of(Number(FEN_MAX))).success).toBe(true);
  expect(adjustmentBody.safeParse(of(Number(FEN_MAX) + 1)).success).toBe(false);
});
