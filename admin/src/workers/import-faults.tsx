import { Box, Button, Typography } from '@mui/material';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Trouble } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { call } from '../provider';
import { downloadRows } from '../table/csv';
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

async function faultPage(id: string, cursor: string | undefined, signal?: AbortSignal): Promise<FaultPage> {
  const from = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  const path = `/api/v1/workers/imports/${id}/faults?limit=100${from}`;
  // The route answers with the schema `importFaults`.
  return (await call(path, signal === undefined ? {} : { signal })).json as FaultPage;
}

/** All rows that were refused, for the person who mends the sheet. */
async function allFaults(id: string): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await faultPage(id, cursor);
    faults.push(...page.items);
    if (page.nextCursor === undefined) return faults;
    cursor = page.nextCursor;
  }
}

/** The rows that were refused: number, column, why. The rest of the sheet is registered all the same. */
export function ImportFaults({ id }: { id: string }): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const [trouble, setTrouble] = useState<unknown>(undefined);
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['worker-import', id, 'faults'],
    queryFn: ({ pageParam, signal }) => faultPage(id, pageParam, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor,
  });
  if (data === undefined && error !== null) return <Trouble error={error} />;
  const faults = data?.pages.flatMap(({ items }) => items) ?? [];
  const columnOf = ({ field }: Fault): string =>
    translate(`resources.workers.fields.${field}`, { _: translate('worker.import.row') });
  const save = async (): Promise<void> => {
    const head = [translate('batch.line.rowNo'), translate('worker.import.column'), translate('worker.import.why')];
    const rows = (await allFaults(id)).map((fault) => [fault.rowNo.toString(), columnOf(fault), text(fault)]);
    downloadRows(`${translate('worker.import.faults')}.csv`, [head, ...rows]);
  };
  return (
    <Box>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          {translate('worker.import.faults')}
        </Typography>
        <Button
          size="small"
          onClick={() => {
            save().catch(setTrouble);
          }}
        >
          {translate('worker.import.download')}
        </Button>
      </Box>
      {trouble !== undefined && <Trouble error={trouble} />}
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
                <td>{columnOf(fault)}</td>
                <td style={{ whiteSpace: 'normal' }}>{text(fault)}</td>
              </tr>
            ))}
          </tbody>
        </Grid>
      </Frame>
      {error !== null && <Trouble error={error} />}
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
