import { Box, Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { countText, nothing } from '../parts/money-text';
import { Trouble } from '../parts/states-of-page';
import { Instant } from '../parts/time';
import { call, callForFile } from '../provider';
import { useMay } from '../session/use-me';
import { saveBlob } from '../table/csv';
import { Frame, Grid } from '../table/grid';
import type { Archive } from './chain';

const heads = ['month', 'rows', 'bytes', 'sha256', 'archivedAt', 'detachedAt'] as const;

/** Months that left the database, with the proof of each; one can be read back. */
export function ArchiveTable(): ReactNode {
  const translate = useTranslate();
  const { data, error } = useQuery({
    queryKey: ['audit-archives'],
    queryFn: async ({ signal }) =>
      ((await call('/api/v1/audit/archives', { signal })).json as { items: Archive[] }).items,
  });
  if (error !== null) return <Trouble error={error} />;
  const title = translate('audit.archives.title');
  return (
    <Card title={title}>
      <Box sx={{ fontSize: 13, color: 'tokens.ink2', mb: 1 }}>
        {translate(data?.length === 0 ? 'audit.archives.none' : 'audit.archives.lead')}
      </Box>
      {data !== undefined && data.length > 0 && (
        <Frame tabIndex={0} role="region" aria-label={title}>
          <Grid>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {translate(`audit.archives.${head}`)}
                  </th>
                ))}
                <th scope="col" aria-label={translate('audit.archives.take')} />
              </tr>
            </thead>
            <tbody>
              {data.map((archive) => (
                <ArchiveRow key={archive.month} archive={archive} />
              ))}
            </tbody>
          </Grid>
        </Frame>
      )}
    </Card>
  );
}

function ArchiveRow({ archive }: { archive: Archive }): ReactNode {
  const { month, rows, bytes, sha256, archivedAt, detachedAt } = archive;
  return (
    <tr>
      <td>{month}</td>
      <td>{countText(rows)}</td>
      <td>{countText(bytes)}</td>
      <td title={sha256}>{sha256.slice(0, 16)}…</td>
      <td>
        <Instant at={archivedAt} seconds />
      </td>
      <td>{detachedAt === null ? nothing : <Instant at={detachedAt} seconds />}</td>
      <td>
        <Take month={month} />
      </td>
    </tr>
  );
}

/** Reads a month back; what does not fit the chain breaks off, and is said. */
function Take({ month }: { month: string }): ReactNode {
  const translate = useTranslate();
  const may = useMay()('audit-archive', 'read');
  const [failed, setFailed] = useState<unknown>(undefined);
  if (!may) return null;
  const take = (): void => {
    setFailed(undefined);
    callForFile(`/api/v1/audit/archives/${month}/file`).then(
      ({ blob }) => {
        saveBlob(`audit-${month}.jsonl`, blob);
      },
      (error: unknown) => {
        setFailed(error);
      },
    );
  };
  return (
    <>
      <Button size="small" onClick={take}>
        {translate('audit.archives.take')}
      </Button>
      {failed !== undefined && <Trouble error={failed} />}
    </>
  );
}
