import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { Money } from '../parts/money';
import { Instant } from '../parts/time';
import { instantText } from '../parts/time-text';
import { useMay } from '../session/use-me';
import { settlingOf, waitingOf } from './bill-story';
import type { FeeBillRecord } from './plan';

/** What may be done about an open bill: asked for where nothing waits, decided where something does. */
export function BillActions({ bill, onDone }: { bill: FeeBillRecord; onDone: () => void }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const total = {
    label: translate('resources.fee-bills.fields.totalFen'),
    value: <Money fen={bill.totalFen} total />,
    strong: true,
  };
  const asking: LifeAction[] = [{ name: 'ask-settling', reason: 'optional', effects: [total] }];
  const deciding: LifeAction[] = [
    { name: 'settle', reason: 'none', tone: 'main', effects: [total] },
    { name: 'reject', reason: 'required', tone: 'danger', effects: [total] },
  ];
  const waits = waitingOf(bill) !== undefined;
  const right = waits ? may('fee-bills', 'settle') : may('fee-bills', 'issue');
  const actions = bill.state === 'open' && right ? (waits ? deciding : asking) : [];
  return <LifeActions kind="feeBill" resource="fee-bills" id={bill.id} actions={actions} onDone={onDone} />;
}

/** That its money waits for a second person: who asked, and when; the request itself for who may open it. */
export function WaitingRequest({ bill }: { bill: FeeBillRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const waiting = waitingOf(bill);
  if (waiting === undefined) return null;
  const { askedBy, askedAt, approval } = waiting;
  return (
    <Box
      role="status"
      sx={{ bgcolor: 'tokens.waitBg', borderRadius: '8px', p: '10px 14px', fontSize: 13, display: 'flex', gap: 1 }}
    >
      <span>{translate('feeBill.waiting', { who: actor(askedBy), at: instantText(askedAt) })}</span>
      {approval !== null && <Link to={`/approvals/${approval}/show`}>{translate('approvals.askedOpen')}</Link>}
    </Box>
  );
}

/** When it was billed and settled, and who let it be. */
export function BillFacts({ bill }: { bill: FeeBillRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const label = (field: string): string => translate(`resources.fee-bills.fields.${field}`);
  const settling = settlingOf(bill);
  return (
    <Card title={translate('feeBill.facts')}>
      <Facts
        facts={[
          { label: label('issuedAt'), value: <Instant at={bill.issuedAt} /> },
          { label: label('settledAt'), value: <Instant at={bill.settledAt} /> },
          ...(settling?.decidedBy == null
            ? []
            : [{ label: translate('feeBill.settledBy'), value: actor(settling.decidedBy) }]),
        ]}
      />
    </Card>
  );
}
