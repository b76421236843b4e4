import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { Facts } from '../parts/facts';
import { Money } from '../parts/money';
import { RecordPage } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { Instant } from '../parts/time';
import { Frame, Grid } from '../table/grid';
import { triesOf, type CheckRow } from './check';

/** One record of evidence with every call that it took. */
export default function CheckShow(): ReactNode {
  return (
    <RecordPage<CheckRow>
      resource="real-name-checks"
      title={({ code }) => code}
      chips={({ outcome }) => <StateChip kind="checkOutcome" state={outcome} />}
    >
      {(check) => (
        <>
          <CheckFacts check={check} />
          <Tries check={check} />
        </>
      )}
    </RecordPage>
  );
}

function CheckFacts({ check }: { check: CheckRow }): ReactNode {
  const translate = useTranslate();
  const label = (field: string): string => translate(`resources.real-name-checks.fields.${field}`);
  return (
    <Card title={translate('vendor.evidence')}>
      <Facts
        facts={[
          { label: label('subjectKind'), value: translate(`choice.subjectKind.${check.subjectKind}`) },
          { label: label('provider'), value: translate(`vendor.names.${check.provider}`, { _: check.provider }) },
          { label: label('providerCode'), value: check.providerCode },
          { label: label('costFen'), value: <Money fen={check.costFen} /> },
          { label: label('attempts'), value: check.attempts },
          { label: label('checkedAt'), value: <Instant at={check.checkedAt} seconds /> },
        ]}
      />
    </Card>
  );
}

function Tries({ check }: { check: CheckRow }): ReactNode {
  const translate = useTranslate();
  const tries = triesOf(check);
  if (tries.length === 0) return null;
  const heads = ['provider', 'kind', 'code', 'costFen', 'elapsedMs', 'requestId'] as const;
  const isRight = (head: string): boolean => head === 'costFen' || head === 'elapsedMs';
  return (
    <Card title={translate('vendor.tries')}>
      <Frame tabIndex={0} role="region" aria-label={translate('vendor.tries')}>
        <Grid>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={isRight(head) ? 'n' : ''}>
                  {translate(`vendor.try.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {tries.map((each, index) => (
              <tr key={index}>
                <td>{translate(`vendor.names.${each.provider}`, { _: each.provider })}</td>
                <td>{translate(`vendor.outcome.${each.kind}`, { _: each.kind })}</td>
                <td className="mono">{each.code}</td>
                <td className="n">
                  <Money fen={each.costFen} />
                </td>
                <td className="n">{each.elapsedMs}</td>
                <td className="mono">{each.requestId}</td>
              </tr>
            ))}
          </tbody>
        </Grid>
      </Frame>
    </Card>
  );
}
