import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Guide } from '../parts/guide';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { Money } from '../parts/money';
import { RecordPage } from '../parts/record-page';
import { Chip, StateChip } from '../parts/state-chip';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import type { OffboardingRecord } from './rating';
import { useCode, useWords } from './words';
import { signs } from '../parts/signs';

/** The way out of a dishonest enterprise: suspended, money settled, offboarded; every step shown. */
export default function OffboardingShow(): ReactNode {
  const word = useWords();
  const text = useText2();
  const may = useMay();
  const actionsOf = ({ state }: OffboardingRecord): LifeAction[] => {
    if (state !== 'suspended' && state !== 'settled') return [];
    return [
      ...(may('risk-offboardings', 'withdraw') ? [{ name: 'withdraw', reason: 'required' } as const] : []),
      ...(may('risk-offboardings', 'review-money')
        ? [{ name: 'review-money', reason: 'none', tone: 'main' } as const]
        : []),
    ];
  };
  return (
    <RecordPage<OffboardingRecord>
      resource="risk-offboardings"
      title={({ enterpriseName }) => enterpriseName}
      chips={({ state }) => <StateChip kind="riskOffboarding" state={state} />}
      facts={({ number, enterpriseId, enterpriseNumber }) => [
        number,
        <Link key="enterprise" to={`/enterprises/${enterpriseId.toString()}/show`}>
          {enterpriseNumber}
        </Link>,
      ]}
      actions={(record, refresh) => (
        <LifeActions
          kind="riskOffboarding"
          resource="risk-offboardings"
          id={record.id}
          actions={actionsOf(record)}
          onDone={refresh}
        />
      )}
      aside={(record) => (
        <>
          <Guide name="riskOffboarding" steps={4} />
          <Steps record={record} />
        </>
      )}
    >
      {(record) => (
        <>
          <Stages record={record} />
          <Card title={word('basis')}>
            <Facts
              facts={[
                { label: word('basis'), value: record.reasons.map(text).join(text(signs.semicolon)) },
                {
                  label: word('theCase'),
                  value: <Link to={`/risk-cases/${record.caseId.toString()}/show`}>{record.caseNumber}</Link>,
                },
                {
                  label: word('evidence'),
                  value:
                    record.checkId === null ? null : (
                      <Link to={`/credit-checks/${record.checkId.toString()}/show`}>{word('checks')}</Link>
                    ),
                },
              ]}
            />
          </Card>
          <OpenMoney record={record} />
        </>
      )}
    </RecordPage>
  );
}

function Stages({ record }: { record: OffboardingRecord }): ReactNode {
  const word = useWords();
  const { openedAt, settledAt, endedAt, state } = record;
  // Nothing is waited for on a way that was withdrawn.
  const waiting = state === 'withdrawn' ? 'off' : 'wait';
  const stages = [
    { name: word('stage1'), at: openedAt },
    { name: word('stage2'), at: settledAt },
    { name: word('stage3'), at: state === 'offboarded' ? endedAt : null },
  ];
  return (
    <Card title={word('way')}>
      {stages.map(({ name, at }, place) => (
        <Box key={name} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, py: 0.5, fontSize: 13, alignItems: 'center' }}>
          <Chip tone={at === null ? waiting : 'good'}>{`${(place + 1).toString()} ${name}`}</Chip>
          {at !== null && <Instant at={at} />}
        </Box>
      ))}
    </Card>
  );
}

function OpenMoney({ record }: { record: OffboardingRecord }): ReactNode {
  const word = useWords();
  return (
    <Card title={word('money')}>
      {record.money === null && word('moneyUnknown')}
      <Facts
        facts={(record.money ?? []).map(({ code, isClear, count, amountFen }) => ({
          label: word(code),
          value: (
            <Box component="span" sx={{ display: 'inline-flex', gap: 1, alignItems: 'center' }}>
              <Chip tone={isClear ? 'good' : 'bad'}>{word(isClear ? 'clear' : 'notClear')}</Chip>
              {count !== null && !isClear && count}
              {amountFen !== null && !isClear && <Money fen={amountFen} total />}
            </Box>
          ),
        }))}
      />
      <Box sx={{ mt: 1, fontSize: 13, color: 'tokens.ink3' }}>{word('offboardHint')}</Box>
    </Card>
  );
}

function Steps({ record }: { record: OffboardingRecord }): ReactNode {
  const word = useWords();
  const code = useCode();
  const actor = useActorText();
  if (record.steps.length === 0) return null;
  return (
    <Card title={word('steps')}>
      {[...record.steps].reverse().map(({ step, at, actor: who, text }) => (
        <Box key={`${step} ${at}`} sx={{ py: 0.5 }}>
          <Box sx={{ fontWeight: 600 }}>{code(step)}</Box>
          {text !== null && <Box sx={{ overflowWrap: 'anywhere' }}>{text}</Box>}
          <Box sx={{ color: 'tokens.ink3' }}>
            <Instant at={at} /> {actor(who)}
          </Box>
        </Box>
      ))}
    </Card>
  );
}
