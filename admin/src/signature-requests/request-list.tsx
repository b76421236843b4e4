import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { countText } from '../parts/money-text';
import { useRowLife } from '../parts/row-life';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { ageInDays } from './age';
import { faultText } from './fault-text';

/** A row of `/api/console/signature-requests`. */
interface RequestRow {
  id: number;
  contractId: number;
  contractNumber: string;
  workerName: string | null;
  provider: string;
  state: string;
  faultCode: string | null;
  refusal: string | null;
  reminders: number;
  createdAt: string;
  expiresAt: string;
  checkedAt: string | null;
  canRepeat: boolean;
  /** Not facts of the row: its age in days, and the place of its button. */
  age?: never;
  repeat?: never;
}

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'signatureRequest' },
  { source: 'workerNumber', kind: 'text' },
];

/** What is asked of e-signature services: how old, how often reminded, how it stands there; failed ones are tried again. */
export default function RequestList(): ReactNode {
  const translate = useTranslate();
  const repeat = useMay()('signature-requests', 'repeat');
  const { buttons, sheet } = useRowLife<RequestRow>({
    kind: 'signatureRequest',
    resource: 'signature-requests',
    actions: ({ canRepeat }) => (repeat && canRepeat ? [{ name: 'repeat', reason: 'none' }] : []),
  });
  const age = ({ createdAt }: RequestRow): string =>
    translate('contract.request.days', { count: countText(ageInDays(createdAt, new Date())) });
  const provider = ({ provider: name }: RequestRow): string => translate(`choice.provider.${name}`, { _: name });
  const fault = ({ faultCode, refusal }: RequestRow): string => {
    if (refusal !== null) return translate('contract.evidence.notTaken');
    if (faultCode === null) return '—';
    const { key, values } = faultText(faultCode);
    return translate(key, values);
  };
  const columns: readonly Column<RequestRow>[] = [
    { source: 'contractNumber', kind: 'number', phone: 'title' },
    { source: 'workerName', phone: 'note' },
    { source: 'provider', render: provider, text: provider, phone: 'note' },
    { source: 'state', state: 'signatureRequest', phone: 'chip' },
    { source: 'age', render: age, text: age, phone: 'note' },
    { source: 'reminders', kind: 'count' },
    { source: 'faultCode', kind: 'text', render: fault, text: fault, phone: 'note' },
    { source: 'createdAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'expiresAt', kind: 'instant', sortable: true },
    { source: 'checkedAt', kind: 'instant', sortable: true, hidden: true },
    {
      source: 'repeat',
      render: buttons,
      kind: 'act',
      text: () => '',
      phone: 'end',
    },
  ];
  return (
    <>
      <RecordList<RequestRow>
        resource="signature-requests"
        columns={columns}
        filters={filters}
        searchBy="q"
        sort={{ field: 'id', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.signatureRequest.open'), filter: { state: 'open' } },
          { label: translate('state.signatureRequest.failed'), filter: { state: 'failed' } },
        ]}
        linkOf={({ contractId }) => `/contracts/${contractId.toString()}/show`}
      />
      {sheet}
    </>
  );
}
