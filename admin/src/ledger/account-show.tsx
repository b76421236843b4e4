import type { ReactNode } from 'react';
import { useLocale, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { Card } from '../parts/card';
import { Figures } from '../parts/figures';
import { Money } from '../parts/money';
import { RecordPage } from '../parts/record-page';
import type { Column } from '../table/column';
import { DataTable } from '../table/data-table';
import { ListCard } from '../table/list-card';
import type { AccountRecord, HoldRow, PostingRow } from './ledger';
import { usePostingColumns } from './posting-columns';
import { AdjustAccount } from './adjust-account';
import { Reference } from './reference';

const holdColumns: readonly Column<HoldRow>[] = [
  { source: 'reference', render: (row) => <Reference reference={row.reference} number={row.referenceNumber} /> },
  { source: 'amountFen', kind: 'money' },
  { source: 'capturedFen', kind: 'money' },
  { source: 'releasedFen', kind: 'money' },
  { source: 'openedAt', kind: 'instant' },
];

/** One account: its balance, what is held on it, its postings on both sides. */
export default function AccountShow(): ReactNode {
  const translate = useTranslate();
  const english = useLocale() === 'en';
  const postingColumns = usePostingColumns().filter(({ source }) => source !== 'enterpriseName');
  const label = (field: string): string => translate(`resources.ledger-accounts.fields.${field}`);
  return (
    <RecordPage<AccountRecord>
      resource="ledger-accounts"
      title={({ nameZh, nameEn }) => (english ? nameEn : nameZh)}
      actions={(account) => <AdjustAccount account={account} />}
      facts={(account) => [
        account.code,
        ...(account.enterpriseId === null
          ? []
          : [
              <Link key="enterprise" to={`/enterprises/${account.enterpriseId.toString()}/show`}>
                {account.enterpriseName}
              </Link>,
            ]),
        `${account.subjectCode} ${english ? account.subjectNameEn : account.subjectNameZh}`,
      ]}
    >
      {(account) => (
        <>
          <Figures
            label={translate('ledger.balance')}
            figures={(['debitFen', 'creditFen', 'balanceFen', 'heldFen', 'availableFen'] as const)
              .filter((field) => field !== 'availableFen' || account.availableFen !== null)
              .map((field) => ({ label: label(field), value: <Money fen={account[field]} total sign={false} /> }))}
          />
          {account.holds.length > 0 && (
            <Card title={translate('ledger.holds')}>
              <DataTable
                label={translate('ledger.holds')}
                heading={({ source }) => translate(`ledger.hold.${source}`)}
                columns={holdColumns}
                rows={account.holds}
              />
            </Card>
          )}
          <ListCard<PostingRow>
            title={translate('ledger.debits')}
            resource="ledger-postings"
            columns={postingColumns.filter(({ source }) => source !== 'destination')}
            sort={{ field: 'id', order: 'DESC' }}
            only={{ destinationId: account.id }}
            linkOf={() => undefined}
          />
          <ListCard<PostingRow>
            title={translate('ledger.credits')}
            resource="ledger-postings"
            columns={postingColumns.filter(({ source }) => source !== 'source')}
            sort={{ field: 'id', order: 'DESC' }}
            only={{ sourceId: account.id }}
            linkOf={() => undefined}
          />
        </>
      )}
    </RecordPage>
  );
}
