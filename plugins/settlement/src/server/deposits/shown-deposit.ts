import type { DepositRequest } from '../../api';

/**
 * What a second person is shown of a deposit that no line of a statement stands behind. `rehearsed` says whose it is where the request named
 * the account alone; it is left out where only the state before is asked for.
 */
export function shownDeposit(
  { bankSerial, amountFen, payerName, reason, ...request }: DepositRequest,
  rehearsed: unknown,
) {
  const enterpriseId = enterpriseOf(rehearsed) ?? request.enterpriseId ?? null;
  const told = {
    enterpriseId,
    bankSerial,
    amountFen,
    payerName,
    ...(reason === undefined ? {} : { payerReason: reason }),
  };
  return {
    subject: { id: `${enterpriseId}:${bankSerial}:${amountFen}`, label: bankSerial },
    before: null,
    after: told,
  };
}

function enterpriseOf(rehearsed: unknown): number | undefined {
  const isKnown = typeof rehearsed === 'object' && rehearsed !== null && 'enterpriseId' in rehearsed;
  return isKnown && typeof rehearsed.enterpriseId === 'number' ? rehearsed.enterpriseId : undefined;
}
