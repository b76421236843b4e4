import { Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import type { ItemRecord, ItemRow } from './inspection';

/** On to the next item of the inspection that is not checked yet, or back to the inspection where there is none. */
export function NextItem({ record: { id, inspectionId } }: { record: ItemRecord }): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const provider = useDataProvider<ConsoleDataProvider>();
  const { data: rows } = useQuery({
    queryKey: ['inspection-items', 'next', inspectionId, id],
    queryFn: async ({ signal }) => {
      const { data } = await provider.getList<ItemRow>('inspection-items', {
        pagination: { page: 1, perPage: 2 },
        sort: { field: 'id', order: 'ASC' },
        filter: { inspectionId, state: 'open' },
        signal,
      });
      return data;
    },
    enabled: may('inspection-items', 'list'),
    retry: false,
  });
  const next = rows?.find((row) => row.id !== id);
  return (
    <>
      {may('inspections', 'show') && (
        <Button component={Link} to={`/inspections/${inspectionId.toString()}/show`}>
          {translate('inspections.item.back')}
        </Button>
      )}
      {next !== undefined && (
        <Button
          component={Link}
          to={`/inspection-items/${next.id.toString()}/show`}
          variant="contained"
          color="primary"
        >
          {translate('inspections.item.next')}
        </Button>
      )}
    </>
  );
}
