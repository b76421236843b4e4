import type { ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { ContractRow } from './contract';
import { useMay } from '../session/use-me';
import { PaperSignature } from './paper-signature';
import { RequestSignature } from './request-signature';
import { SendByNumbers } from './send-button';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'contract' },
  { source: 'kind', kind: 'choice', choices: ['enterprise-cooperation', 'worker-service', 'tax-agency'] },
  { source: 'workerNumber', kind: 'text' },
  { source: 'documentState', kind: 'state', states: 'document' },
];

/** Contracts (合同): cooperation, service agreement, tax agency authorization. */
export default function ContractList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const may = useMay();
  const send = <SendByNumbers onDone={refresh} />;
  const kindOf = ({ kind }: ContractRow): string => translate(`choice.kind.${kind}`, { _: translate('state.other') });
  const columns: readonly Column<ContractRow>[] = [
    { source: 'number', kind: 'number', sortable: true, phone: 'title' },
    { source: 'kind', render: kindOf, text: kindOf, phone: 'note' },
    { source: 'enterpriseName', kind: 'text', phone: 'note' },
    { source: 'workerName', phone: 'note' },
    { source: 'state', state: 'contract', phone: 'chip' },
    { source: 'validFrom', kind: 'day', sortable: true },
    { source: 'validTo', kind: 'day', sortable: true },
    { source: 'signedAt', kind: 'instant', sortable: true },
    { source: 'documentState', state: 'document' },
  ];
  return (
    <RecordList<ContractRow>
      resource="contracts"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'id', order: 'DESC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('state.contract.sent'), filter: { state: 'sent' } },
        { label: translate('state.contract.signed'), filter: { state: 'signed' } },
        { label: translate('document.view'), filter: { documentState: ['waiting', 'faulty'] } },
      ]}
      actions={send}
      firstStep={send}
      {...(may('contract-batch', 'sign')
        ? {
            bulk: (ids: readonly (number | string)[], clear: () => void) => {
              const done = (): void => {
                clear();
                refresh();
              };
              return (
                <>
                  <RequestSignature small contractIds={ids.map(Number)} onDone={done} />
                  <PaperSignature small contractIds={ids.map(Number)} onDone={done} />
                </>
              );
            },
          }
        : {})}
    />
  );
}
