import { planWords } from '@linggong/billing/api';
import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Reference } from '../ledger/reference';
import { Card } from '../parts/card';
import { Figures } from '../parts/figures';
import { Money } from '../parts/money';
import { moneyText, percentText } from '../parts/money-text';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { Timeline } from '../parts/timeline';
import { BillActions, BillFacts, WaitingRequest } from './bill-life';
import { billStory } from './bill-story';
import type { FeeBillRecord } from './plan';

/** One bill with its statement: what was owed before, every entry of the month, and what is owed at its end. */
export default function FeeBillShow(): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.fee-bills.fields.${field}`);
  return (
    <RecordPage<FeeBillRecord>
      resource="fee-bills"
      title={({ number }) => number}
      chips={({ state }) => <StateChip kind="feeBill" state={state} />}
      facts={({ enterpriseId, enterpriseName, month }) => [
        <Link key="enterprise" to={`/enterprises/${enterpriseId.toString()}/show`}>
          {enterpriseName}
        </Link>,
        month,
      ]}
      actions={(bill, refresh) => <BillActions bill={bill} onDone={refresh} />}
      aside={(bill) => <Timeline items={billStory(bill, (name) => translate(`feeBill.step.${name}`))} />}
    >
      {(bill) => (
        <>
          <WaitingRequest bill={bill} />
          <Figures
            label={translate('resources.fee-bills.name', { smart_count: 1 })}
            figures={[
              { label: label('accruedFen'), value: <Money fen={bill.accruedFen} total sign={false} /> },
              { label: label('shortfallFen'), value: <Money fen={bill.shortfallFen} total sign={false} /> },
              { label: label('totalFen'), value: <Money fen={bill.totalFen} total sign={false} /> },
            ]}
          />
          <BillFacts bill={bill} />
          <Surcharges bill={bill} />
          <Statement bill={bill} />
        </>
      )}
    </RecordPage>
  );
}

/** Why payments cost more than the rates of their plan: the class of the enterprise when they were confirmed. */
function Surcharges({ bill: { surcharges } }: { bill: FeeBillRecord }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  if (surcharges.length === 0) return null;
  return (
    <Card title={translate('feeBill.surcharges')}>
      <Box component="ul" sx={{ m: 0, pl: '18px', fontSize: 13 }}>
        {surcharges.map(({ month, class: name, tier, ratingId, surcharge, planNumber, since }) => (
          <li key={`${month}-${planNumber}-${ratingId.toString()}-${tier}`}>
            {translate('feeBill.surcharge', {
              month,
              class: translate(`state.ratingClass.${name}`),
              tier: text(planWords.classTier[tier]),
              surcharge: percentText(surcharge),
              plan: planNumber,
              rating: ratingId,
            })}{' '}
            <Instant at={since} />
          </li>
        ))}
      </Box>
    </Card>
  );
}

const cell = { p: '4px 8px', textAlign: 'left' } as const;
const figure = { ...cell, textAlign: 'right', fontVariantNumeric: 'tabular-nums' } as const;

function Statement({ bill }: { bill: FeeBillRecord }): ReactNode {
  const translate = useTranslate();
  return (
    <Card title={translate('feeBill.statement')}>
      <Box component="table" sx={{ borderCollapse: 'collapse', fontSize: 13, width: '100%' }}>
        <tbody>
          <tr>
            <Box component="td" sx={cell} colSpan={2}>
              {translate('feeBill.opening')}
            </Box>
            <Box component="td" sx={figure}>
              {moneyText(bill.openingFen)}
            </Box>
          </tr>
          {bill.lines.map(({ at, kind, reference, amountFen }, index) => (
            <tr key={`${at}-${index.toString()}`}>
              <Box component="td" sx={cell}>
                <Instant at={at} />
              </Box>
              <Box component="td" sx={cell}>
                {translate(`choice.postingKind.${kind}`, { _: kind })} <Reference reference={reference} />
              </Box>
              <Box component="td" sx={figure}>
                {moneyText(amountFen)}
              </Box>
            </tr>
          ))}
          <tr>
            <Box component="td" sx={{ ...cell, fontWeight: 600 }} colSpan={2}>
              {translate('feeBill.closing')}
            </Box>
            <Box component="td" sx={{ ...figure, fontWeight: 600 }}>
              {moneyText(bill.closingFen)}
            </Box>
          </tr>
        </tbody>
      </Box>
      {bill.more && <Box sx={{ fontSize: 12, color: 'tokens.ink3', mt: 1 }}>{translate('feeBill.more')}</Box>}
    </Card>
  );
}
