import type { DepositRow } from '@linggong/settlement/api';
import { hoursAgo, numberOf } from './at';
import { enterprises } from './enterprises';

const count = 6;

/** Money that the two enterprises that work have sent. */
export const deposits = (): DepositRow[] => {
  const owners = enterprises().slice(0, 2);
  return Array.from({ length: count }, (_, index) => {
    const { id = 1, name = '' } = owners[index % owners.length] ?? {};
    return {
      id: index + 1,
      number: numberOf('DP', index + 1),
      enterpriseId: id,
      enterpriseName: name,
      subAccountNumber: `99929000010000000${id.toString()}`,
      bankSerial: `SB20261100${index.toString().padStart(4, '0')}`,
      amountFen: 5_000_000 + index * 1_000_000,
      payerName: name,
      payerReason: null,
      remark: index === 0 ? '首笔备付' : null,
      state: 'booked',
      receivedAt: hoursAgo(900 - index * 100),
      bookedAt: hoursAgo(899 - index * 100),
    };
  });
};
