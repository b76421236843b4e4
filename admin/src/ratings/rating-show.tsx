import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Guide } from '../parts/guide';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { useMay, useSeesQueue } from '../session/use-me';
import { CaptureByHand, CheckNow } from './check-sheets';
import { ClassFacts, PolicyFacts } from './class-facts';
import { OverrideSheet } from './override-sheet';
import type { CheckRecord, RatingRecord } from './rating';
import { RatingFacts, Reasons } from './rating-facts';
import { useCode, useWords } from './words';

/** The rating of one enterprise: class, policy, reasons and facts, history, checks at registers, the way out where it is on one. */
export default function RatingShow(): ReactNode {
  const word = useWords();
  const may = useMay();
  const queue = useSeesQueue()('enterprises');
  return (
    <RecordPage<RatingRecord>
      resource="enterprise-ratings"
      title={({ name }) => name}
      chips={(record) => (
        <>
          <StateChip kind="ratingClass" state={record.class} />
          <StateChip kind="enterprise" state={record.state} />
        </>
      )}
      facts={({ id, number, state }) => [
        // Who sees but what waits for his review would not find the others.
        queue && state !== 'submitted' ? (
          number
        ) : (
          <Link key="enterprise" to={`/enterprises/${id.toString()}/show`}>
            {number}
          </Link>
        ),
      ]}
      actions={(record, refresh) => (
        <>
          {may('rating-overrides', 'create') && record.override === null && (
            <OverrideSheet record={record} onDone={refresh} />
          )}
          {may('credit-checks', 'capture') && <CaptureByHand record={record} onDone={refresh} />}
          {may('credit-checks', 'check') && <CheckNow record={record} onDone={refresh} />}
        </>
      )}
      aside={(record) => (
        <>
          <Guide name="rating" steps={5} />
          <History record={record} />
        </>
      )}
    >
      {(record) => (
        <>
          {record.offboarding !== null && (
            <Card title={word('way')}>
              <StateChip kind="riskOffboarding" state={record.offboarding.state} />{' '}
              <Link to={`/risk-offboardings/${record.offboarding.id.toString()}/show`}>
                {record.offboarding.number}
              </Link>
            </Card>
          )}
          <Card title={word('card')}>
            <ClassFacts record={record} />
          </Card>
          {record.policy !== null && (
            <Card title={word('policy')}>
              <PolicyFacts policy={record.policy} />
            </Card>
          )}
          {record.current !== null && (
            <>
              <Reasons rating={record.current} />
              <RatingFacts rating={record.current} />
            </>
          )}
          <Checks checks={record.checks} />
        </>
      )}
    </RecordPage>
  );
}

function History({ record }: { record: RatingRecord }): ReactNode {
  const word = useWords();
  const code = useCode();
  return (
    <Card title={word('history')}>
      {record.history.length === 0 && word('notRated')}
      {record.history.map((one) => (
        <Box key={one.id} sx={{ py: 0.5, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          <StateChip kind="ratingClass" state={one.class} />
          <span>{`${word('score')} ${one.score.toString()}`}</span>
          <Box component="span" sx={{ color: 'tokens.ink3' }}>
            <Instant at={one.ratedAt} />
            {` · ${one.overrideNumber === null ? code(one.cause) : word('overrideOf', one.overrideNumber)}`}
          </Box>
        </Box>
      ))}
    </Card>
  );
}

function Checks({ checks }: { checks: readonly CheckRecord[] }): ReactNode {
  const word = useWords();
  const code = useCode();
  const opens = useMay()('credit-checks', 'show');
  return (
    <Card title={word('checks')}>
      {checks.length === 0 && word('noChecks')}
      {checks.map((check) => (
        <Box
          key={check.id}
          sx={{ py: 0.5, display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', fontSize: 13 }}
        >
          {opens ? <Link to={`/credit-checks/${check.id.toString()}/show`}>{check.number}</Link> : check.number}
          <StateChip kind="creditOutcome" state={check.outcome} />
          {check.registerState !== null && <StateChip kind="registerState" state={check.registerState} />}
          {check.dishonest === true && <span>{word('dishonest')}</span>}
          <span>{code(check.source)}</span>
          <Instant at={check.checkedAt} />
          {check.changes.length > 0 && <span>{word('changedCount', check.changes.length)}</span>}
        </Box>
      ))}
    </Card>
  );
}
