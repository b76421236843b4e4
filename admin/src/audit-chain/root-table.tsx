import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call, callForFile } from '../provider';
import { saveBlob } from '../table/csv';
import { Frame, Grid } from '../table/grid';
import type { Root } from './chain';

/** The signed roots of the last month; each file is worth something only outside of the platform. */
export function RootTable(): ReactNode {
  const translate = useTranslate();
  const { data, error } = useQuery({
    queryKey: ['audit-roots'],
    queryFn: async ({ signal }) => ((await call('/api/v1/audit/roots', { signal })).json as { items: Root[] }).items,
  });
  if (error !== null) return <Trouble error={error} />;
  const title = translate('audit.roots.title');
  return (
    <Card title={title}>
      <Box sx={{ fontSize: 13, color: 'tokens.ink2', mb: 1 }}>
        {translate(data?.length === 0 ? 'audit.roots.none' : 'audit.roots.lead')}
      </Box>
      {data !== undefined && data.length > 0 && (
        <Frame tabIndex={0} role="region" aria-label={title}>
          <Grid>
            <thead>
              <tr>
                {(['day', 'rows', 'root', 'keyId', 'signedAt'] as const).map((head) => (
                  <th key={head} scope="col">
                    {translate(`audit.roots.${head}`)}
                  </th>
                ))}
                <th scope="col" aria-label={translate('audit.roots.take')} />
              </tr>
            </thead>
            <tbody>
              {data.map((root) => (
                <RootRow key={root.day} root={root} />
              ))}
            </tbody>
          </Grid>
        </Frame>
      )}
    </Card>
  );
}

function RootRow({ root }: { root: Root }): ReactNode {
  const translate = useTranslate();
  const take = (): void => {
    void callForFile(`/api/v1/audit/roots/${root.day}/file`).then(({ blob }) => {
      saveBlob(`root-${root.day}.json`, blob);
    });
  };
  return (
    <tr>
      <td>{root.day}</td>
      <td>{countText(root.rows)}</td>
      <td title={root.root}>{root.root.slice(0, 16)}…</td>
      <td>{root.keyId}</td>
      <td>
        <Instant at={root.signedAt} seconds />
      </td>
      <td>
        <Button size="small" onClick={take}>
          {translate('audit.roots.take')}
        </Button>
      </td>
    </tr>
  );
}
