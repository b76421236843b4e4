import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { AccountRow } from './ledger';

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'kind', kind: 'choice', choices: ['asset', 'liability', 'equity', 'cost', 'income', 'expense'] },
  { source: 'subjectCode', kind: 'text', digits: true },
];

/** Accounts of the ledger (账户) with their balances; debits minus credits, all of them sum to zero. */
export default function AccountList(): ReactNode {
  const translate = useTranslate();
  const english = useLocale() === 'en';
  const name = (row: AccountRow): string => (english ? row.nameEn : row.nameZh);
  const subject = (row: AccountRow): string => `${row.subjectCode} ${english ? row.subjectNameEn : row.subjectNameZh}`;
  const kind = (row: AccountRow): string => translate(`choice.kind.${row.kind}`);
  const columns: readonly Column<AccountRow>[] = [
    { source: 'code', kind: 'number', sortable: true, phone: 'note' },
    { source: 'nameZh', render: name, text: name, phone: 'title' },
    { source: 'enterpriseName', kind: 'text', phone: 'note' },
    // Its name is much the account's own; the code is what an accountant looks for.
    {
      source: 'subjectCode',
      sortable: true,
      render: (row) => <span title={subject(row)}>{row.subjectCode}</span>,
      text: subject,
    },
    { source: 'kind', render: kind, text: kind, hidden: true },
    { source: 'debitFen', kind: 'money' },
    { source: 'creditFen', kind: 'money' },
    { source: 'balanceFen', kind: 'money', sortable: true, phone: 'end' },
    { source: 'heldFen', kind: 'money', sortable: true, hidden: true },
    { source: 'availableFen', kind: 'money', sortable: true },
  ];
  return (
    <RecordList<AccountRow>
      resource="ledger-accounts"
      columns={columns}
      filters={filters}
      searchBy="q"
      sort={{ field: 'code', order: 'ASC' }}
      views={[
        { label: translate('views.all'), filter: {} },
        { label: translate('choice.kind.asset'), filter: { kind: 'asset' } },
        { label: translate('choice.kind.liability'), filter: { kind: 'liability' } },
        { label: translate('choice.kind.income'), filter: { kind: 'income' } },
      ]}
    />
  );
}
