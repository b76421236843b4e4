import { isOrganisationName } from '@linggong/core/domain';
import { mask } from '@linggong/vault/domain';
import type { DepositRequest } from '../../api';

/**
 * What a second person is shown of a deposit that no line of a statement stands behind. `rehearsed` says whose it is where the request named
 * the account alone, and the payer as the deposit would keep him; it is left out where only the state before is asked for. An approval is
 * kept for ever: a payer who is a person stands in it by his mask (domain.md 8.2).
 */
export function shownDeposit(
  { bankSerial, amountFen, payerName, reason, ...request }: DepositRequest,
  rehearsed: unknown,
) {
  const enterpriseId = enterpriseOf(rehearsed) ?? request.enterpriseId ?? null;
  const payer = payerOf(rehearsed) ?? (isOrganisationName(payerName) ? payerName : mask('name', payerName));
  const told = {
    enterpriseId,
    bankSerial,
    amountFen,
    payerName: payer,
    ...(reason === undefined ? {} : { payerReason: reason }),
  };
  return {
    subject: { id: `${enterpriseId}:${bankSerial}:${amountFen}`, label: bankSerial },
    before: null,
    after: told,
  };
}

function payerOf(rehearsed: unknown): string | undefined {
  const isKnown = typeof rehearsed === 'object' && rehearsed !== null && 'payerName' in rehearsed;
  return isKnown && typeof rehearsed.payerName === 'string' ? rehearsed.payerName : undefined;
}

function enterpriseOf(rehearsed: unknown): number | undefined {
  const isKnown = typeof rehearsed === 'object' && rehearsed !== null && 'enterpriseId' in rehearsed;
  return isKnown && typeof rehearsed.enterpriseId === 'number' ? rehearsed.enterpriseId : undefined;
}
