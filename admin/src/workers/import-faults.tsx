import { Box, Button, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { call } from '../provider';
import { Frame, Grid } from '../table/grid';

interface Fault {
  rowNo: number;
  field: string;
  zh: string;
  en: string;
}

interface FaultPage {
  items: Fault[];
  nextCursor?: string;
}

/** The rows that were refused: number, column, why. The rest of the sheet is registered all the same. */
export function ImportFaults({ id }: { id: string }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['worker-import', id, 'faults'],
    queryFn: async ({ pageParam, signal }) => {
      const cursor = pageParam === undefined ? '' : `&cursor=${encodeURIComponent(pageParam)}`;
      // The route answers with the schema `importFaults`.
      return (await call(`/api/v1/workers/imports/${id}/faults?limit=100${cursor}`, { signal })).json as FaultPage;
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });
  if (error !== null) return <Trouble error={error} />;
  const faults = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Box>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {translate('worker.import.faults')}
      </Typography>
      <Frame sx={{ maxHeight: 320 }} tabIndex={0} role="region" aria-label={translate('worker.import.faults')}>
        <Grid>
          <thead>
            <tr>
              <th scope="col" className="n">
                {translate('batch.line.rowNo')}
              </th>
              <th scope="col">{translate('worker.import.column')}</th>
              <th scope="col">{translate('worker.import.why')}</th>
            </tr>
          </thead>
          <tbody>
            {faults.map((fault) => (
              <tr key={`${fault.rowNo.toString()}-${fault.field}`}>
                <td className="n">{fault.rowNo}</td>
                <td>{translate(`resources.workers.fields.${fault.field}`, { _: translate('worker.import.row') })}</td>
                <td style={{ whiteSpace: 'normal' }}>{text(fault)}</td>
              </tr>
            ))}
          </tbody>
        </Grid>
      </Frame>
      {hasNextPage && (
        <Button
          size="small"
          disabled={isFetchingNextPage}
          onClick={() => {
            void fetchNextPage();
          }}
          sx={{ mt: 1 }}
        >
          {translate('list.more')}
        </Button>
      )}
    </Box>
  );
}
