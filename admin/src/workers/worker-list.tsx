import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { Link, Navigate, useSearchParams } from 'react-router-dom';
import { SendButton } from '../contracts/send-button';
import { useMay, useMe } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { FindWorker } from './find-worker';
import { ImportSheet } from './import-sheet';
import type { WorkerRow } from './worker';

const columns: readonly Column<WorkerRow>[] = [
  { source: 'number', kind: 'number', sortable: true, phone: 'note' },
  { source: 'name', phone: 'title' },
  { source: 'identity', kind: 'masked' },
  { source: 'phone', kind: 'masked', phone: 'note' },
  { source: 'realNameState', state: 'realName', sortable: true, phone: 'end' },
  { source: 'state', state: 'worker', sortable: true, phone: 'chip' },
  { source: 'realNameCheckedAt', kind: 'instant', sortable: true, hidden: true },
  { source: 'agencyTo', kind: 'day', hidden: true },
  { source: 'registeredAt', kind: 'instant', sortable: true },
];

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'realNameState', kind: 'state', states: 'realName' },
  { source: 'state', kind: 'state', states: 'worker' },
  { source: 'vatRole', kind: 'choice', choices: ['platform-files', 'payer-withholds', 'self'] },
  { source: 'source', kind: 'choice', choices: ['online', 'staff', 'import'] },
  { source: 'registeredAt_gte', kind: 'from' },
  { source: 'registeredAt_lte', kind: 'until' },
];

/** Workers (灵活用工人员): found by number in the list, by identity number, phone or card only through the search that leaves a trace. */
export default function WorkerList(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const [query] = useSearchParams();
  const [finding, setFinding] = useState(false);
  const [importing, setImporting] = useState(query.get('import') === '1');
  const own = useMe()?.account.workerId;
  const canImport = may('worker-import', 'upload');
  const importButton = canImport ? (
    <Button
      onClick={() => {
        setImporting(true);
      }}
    >
      {translate('worker.import.action')}
    </Button>
  ) : undefined;
  // A list of himself is no list: a worker sees his own page.
  if (own !== undefined) return <Navigate to={`/workers/${own.toString()}/show`} replace />;
  return (
    <>
      <RecordList<WorkerRow>
        resource="workers"
        columns={columns}
        filters={filters}
        searchBy="q"
        sort={{ field: 'id', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('views.unverified'), filter: { realNameState: 'pending' } },
          { label: translate('views.realNameFailed'), filter: { realNameState: 'mismatch' } },
          { label: translate('state.worker.suspended'), filter: { state: 'suspended' } },
        ]}
        actions={
          <>
            {may('workers', 'search') && (
              <Button
                onClick={() => {
                  setFinding(true);
                }}
              >
                {translate('worker.find.action')}
              </Button>
            )}
            {importButton}
            {may('workers', 'create') && (
              <Button variant="contained" color="primary" component={Link} to="/workers/create">
                {translate('worker.create')}
              </Button>
            )}
          </>
        }
        firstStep={importButton}
        {...(may('contract-batch', 'send')
          ? {
              bulk: (ids: readonly (number | string)[], clear: () => void) => (
                <SendButton
                  small
                  count={ids.length}
                  workerIds={() => Promise.resolve(ids.map(Number))}
                  onDone={clear}
                />
              ),
            }
          : {})}
      />
      <FindWorker
        open={finding}
        onClose={() => {
          setFinding(false);
        }}
      />
      <ImportSheet
        open={importing}
        onClose={() => {
          setImporting(false);
        }}
      />
    </>
  );
}
