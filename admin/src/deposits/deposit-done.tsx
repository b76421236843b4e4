import type { DepositAnswer } from '@linggong/settlement/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Facts } from '../parts/facts';
import { Money } from '../parts/money';
import { Instant } from '../parts/time';

/** What was booked: its number, whose it is, when it came, and what may be spent now. */
export function DepositDone({ deposit }: { deposit: DepositAnswer }): ReactNode {
  const translate = useTranslate();
  const field = (name: string): string => translate(`resources.deposits.fields.${name}`);
  return (
    <Facts
      columns={1}
      facts={[
        { label: field('number'), value: deposit.number },
        { label: field('enterpriseName'), value: deposit.enterpriseName },
        { label: field('amountFen'), value: <Money fen={deposit.amountFen} total /> },
        { label: field('receivedAt'), value: <Instant at={deposit.receivedAt} /> },
        ...(deposit.payerReason === null ? [] : [{ label: field('payerReason'), value: deposit.payerReason }]),
        { label: translate('deposit.available'), value: <Money fen={deposit.availableFen} total /> },
      ]}
    />
  );
}
