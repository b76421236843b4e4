import { consentMethods, consentPurposes, type ConsentAct } from '@linggong/vault/domain';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { StateChip } from '../parts/state-chip';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';

/** A row of `/api/console/consents`. */
interface ConsentRow {
  id: number;
  workerId: number;
  workerNumber: string;
  workerName: string;
  purpose: string;
  version: number;
  act: ConsentAct;
  method: string;
  actor: string;
  at: string;
}

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'purpose', kind: 'choice', choices: consentPurposes },
  { source: 'act', kind: 'state', states: 'consent' },
  { source: 'method', kind: 'choice', choices: consentMethods },
  { source: 'at_gte', kind: 'from' },
  { source: 'at_lte', kind: 'until' },
];

/** Every consent that was given or taken back (同意记录): who, to what, which version of the text, how. */
export default function ConsentList(): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const purpose = (row: ConsentRow): string => translate(`choice.purpose.${row.purpose}`);
  const method = (row: ConsentRow): string => translate(`choice.method.${row.method}`);
  const columns: readonly Column<ConsentRow>[] = [
    { source: 'workerNumber', kind: 'number', phone: 'note' },
    { source: 'workerName', phone: 'title' },
    { source: 'purpose', render: purpose, text: purpose, phone: 'end' },
    {
      source: 'act',
      render: ({ act }) => <StateChip kind="consent" state={act} />,
      text: ({ act }) => translate(`state.consent.${act}`),
      phone: 'chip',
    },
    { source: 'version', kind: 'count' },
    { source: 'method', render: method, text: method },
    { source: 'at', kind: 'instant' },
    { source: 'actor', render: (row) => actor(row.actor), text: (row) => actor(row.actor), hidden: true },
  ];
  return (
    <RecordList<ConsentRow>
      resource="consents"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.consent.withdrawn'), filter: { act: 'withdrawn' } },
      ]}
      linkOf={({ workerId }) => `/workers/${workerId.toString()}/show`}
    />
  );
}
