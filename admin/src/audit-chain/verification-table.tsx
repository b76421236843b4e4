import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useEntryWords } from '../audit-entries/entry-words';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { Chip } from '../parts/state-chip';
import { Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call } from '../provider';
import { Frame, Grid } from '../table/grid';
import { verdictOf, type Verification } from './chain';

const shownMax = 10;

/** The last verifications: when, by whom, how much, and whether the log was whole. */
export function VerificationTable(): ReactNode {
  const translate = useTranslate();
  const words = useEntryWords();
  const { data, error } = useQuery({
    queryKey: ['audit-verifications'],
    queryFn: async ({ signal }) =>
      ((await call('/api/v1/audit/verifications', { signal })).json as { items: Verification[] }).items,
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined || data.length === 0) return null;
  const title = translate('audit.verifications.title');
  return (
    <Card title={title}>
      <Frame tabIndex={0} role="region" aria-label={title}>
        <Grid>
          <thead>
            <tr>
              {(['finishedAt', 'outcome', 'rows', 'roots', 'actor'] as const).map((head) => (
                <th key={head} scope="col">
                  {translate(`audit.verifications.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.slice(0, shownMax).map((row) => (
              <tr key={row.id}>
                <td>
                  <Instant at={row.finishedAt} seconds />
                </td>
                <td>
                  <Chip tone={verdictOf(row).tone}>{translate(`audit.chain.${verdictOf(row).key}`)}</Chip>
                </td>
                <td>{countText(row.rows)}</td>
                <td>{countText(row.roots)}</td>
                <td>{words.actor(row.actorName)}</td>
              </tr>
            ))}
          </tbody>
        </Grid>
      </Frame>
    </Card>
  );
}
