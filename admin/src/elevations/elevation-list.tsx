import { Button } from '@mui/material';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { RowName } from '../parts/row-name';
import { forgetMe } from '../session/me';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { reachOf, type ElevationRow } from './elevation';

const filters: readonly Filter[] = [{ source: 'state', kind: 'state', states: 'elevation' }];

/** What may be looked at, in words, and whose rows. */
function useLookAt(): (row: Pick<ElevationRow, 'resource' | 'enterpriseId' | 'workerId'>) => string {
  const translate = useTranslate();
  return (row) => {
    const what = translate(`audit.noun.${row.resource}`, { _: row.resource });
    const whose = translate(`elevation.reach.${reachOf(row)}`, { id: row.enterpriseId ?? row.workerId ?? '' });
    return `${what} · ${whose}`;
  };
}

/** Whose rows: everybody's, or those of an enterprise or a worker by name. */
export function Whose({
  row,
  linked = false,
}: {
  row: Pick<ElevationRow, 'enterpriseId' | 'workerId'>;
  linked?: boolean;
}): ReactNode {
  const translate = useTranslate();
  const whose = reachOf(row);
  const id = row.enterpriseId ?? row.workerId;
  const otherwise = translate(`elevation.reach.${whose}`, { id: id ?? '' });
  return id === null ? otherwise : <RowName kind={whose} id={id} otherwise={otherwise} linked={linked} />;
}

/** Rights of the reader may have grown or ended since the page was loaded: they are asked for again. */
export function useFreshRights(): void {
  const queries = useQueryClient();
  useEffect(() => {
    forgetMe();
    void queries.invalidateQueries({ queryKey: ['me'] });
  }, [queries]);
}

/** Elevations (提权): who may look at what beyond his role, for how long, and whether his looks have been reviewed. */
export default function ElevationList(): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const lookAt = useLookAt();
  const mayAsk = useMay()('elevations', 'create');
  useFreshRights();
  const columns: readonly Column<ElevationRow>[] = [
    {
      source: 'resource',
      render: (row) => (
        <>
          {translate(`audit.noun.${row.resource}`, { _: row.resource })} · <Whose row={row} />
        </>
      ),
      text: lookAt,
      phone: 'title',
    },
    {
      source: 'accountName',
      kind: 'text',
      render: (row) => actor(row.accountName),
      text: (row) => actor(row.accountName),
      phone: 'note',
    },
    { source: 'state', state: 'elevation', phone: 'chip' },
    { source: 'looks', kind: 'count', phone: 'end' },
    { source: 'reason', kind: 'text' },
    { source: 'fromAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'untilAt', kind: 'instant', sortable: true },
    { source: 'endedAt', kind: 'instant', sortable: true, hidden: true },
    {
      source: 'grantedName',
      kind: 'text',
      render: (row) => actor(row.grantedName),
      text: (row) => actor(row.grantedName),
    },
  ];
  const button = mayAsk ? (
    <Button variant="contained" color="primary" component={Link} to="/elevations/create">
      {translate('elevation.ask')}
    </Button>
  ) : undefined;
  return (
    <RecordList<ElevationRow>
      resource="elevations"
      columns={columns}
      filters={filters}
      sort={{ field: 'fromAt', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.elevation.live'), filter: { state: ['live'] } },
        { label: translate('state.elevation.ended'), filter: { state: ['ended'] } },
      ]}
      actions={button}
      firstStep={button}
    />
  );
}
