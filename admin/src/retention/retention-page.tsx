import type { RetentionAnswer } from '@linggong/vault/api';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Cards } from '../parts/card';
import { nothing } from '../parts/money-text';
import { PageHeader } from '../parts/page-header';
import { StateChip } from '../parts/state-chip';
import { PageSkeleton, Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { call } from '../provider';
import { Frame, Grid } from '../table/grid';

type Line = RetentionAnswer['classes'][number];

/** The retention schedule (保存期限): each class with its law, its term, what becomes of it, and its last run. */
export default function RetentionPage(): ReactNode {
  const translate = useTranslate();
  const { data, error, refetch } = useQuery({
    queryKey: ['retention'],
    queryFn: async ({ signal }) =>
      // The route answers with the schema `retentionAnswer`, dates as text.
      (await call('/api/v1/retention', { signal })).json as RetentionAnswer,
  });
  if (data === undefined)
    return error === null ? <PageSkeleton /> : <Trouble error={error} retry={() => void refetch()} />;
  return (
    <>
      <PageHeader
        title={translate('retention.classes')}
        facts={[translate('retention.lead')]}
        actions={<Link to="/retention-runs">{translate('retention.runs')}</Link>}
      />
      <Cards>
        <Schedule classes={data.classes} />
      </Cards>
    </>
  );
}

const fields = ['what', 'term', 'countedFrom', 'then', 'lastRun', 'law'] as const;

function Schedule({ classes }: { classes: readonly Line[] }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  return (
    <Frame tabIndex={0} role="region" aria-label={translate('retention.classes')}>
      <Grid>
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field} scope="col">
                {translate(`retention.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((line) => (
            <tr key={line.name}>
              <td style={{ whiteSpace: 'normal', minWidth: 160 }}>{text(line.what)}</td>
              <td>{line.term === null ? translate('retention.forever') : text(line.term)}</td>
              <td style={{ whiteSpace: 'normal', minWidth: 110 }}>{text(line.countedFrom)}</td>
              <td>{translate(`retention.end.${line.end}`)}</td>
              <td>
                <LastRun line={line} />
              </td>
              <td style={{ whiteSpace: 'normal', minWidth: 260 }}>{text(line.law)}</td>
            </tr>
          ))}
        </tbody>
      </Grid>
    </Frame>
  );
}

function LastRun({ line: { end, lastRun } }: { line: Line }): ReactNode {
  const translate = useTranslate();
  if (end !== 'purge') return nothing;
  if (lastRun === null) return translate('retention.none');
  return (
    <>
      <StateChip kind="retentionRun" state={lastRun.state} /> <Instant at={String(lastRun.startedAt)} />{' '}
      {translate('retention.counts', { purged: String(lastRun.purged), held: String(lastRun.held) })}
    </>
  );
}
