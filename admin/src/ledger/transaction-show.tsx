import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { Card } from '../parts/card';
import { Facts, type Fact } from '../parts/facts';
import { LifeActions, type LifeAction } from '../parts/life-actions';
import { Money } from '../parts/money';
import { RecordPage } from '../parts/record-page';
import { Instant } from '../parts/time';
import { useMay } from '../session/use-me';
import { DataTable } from '../table/data-table';
import type { TransactionRecord } from './ledger';
import { useSideColumns, useSideName } from './posting-columns';
import { postingKindKey } from './posting-words';
import { Reference } from './reference';

/** One entry (记账凭证): its postings, what it reverses or is reversed by, and – where it was booked by hand – its reversal. */
export default function TransactionShow(): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const sideName = useSideName();
  const sides = useSideColumns();
  const kindOf = (kind: string): string =>
    translate(postingKindKey(kind), { _: translate('choice.postingKind.other') });
  const mayReverse = useMay()('ledger-transactions', 'reverse');
  const label = (field: string): string => translate(`resources.ledger-transactions.fields.${field}`);
  const factsOf = (entry: TransactionRecord): Fact[] => [
    { label: label('occurredAt'), value: <Instant at={entry.occurredAt} seconds /> },
    { label: label('recordedAt'), value: <Instant at={entry.recordedAt} seconds /> },
    { label: label('actor'), value: actor(entry.actor) },
    { label: label('reference'), value: <Reference reference={entry.reference} number={entry.referenceNumber} /> },
    { label: label('memo'), value: entry.memo },
    { label: label('reversesKey'), value: entry.reversesKey },
    ...(entry.reversedBy === null
      ? []
      : [{ label: label('reversedBy'), value: `${entry.reversedBy.key} · ${entry.reversedBy.reason}` }]),
  ];
  const reversal = ({ postings }: TransactionRecord): LifeAction => ({
    name: 'reverse',
    reason: 'required',
    tone: 'danger',
    effects: postings.map((line) => ({
      label: `${sideName(line, 'source')} → ${sideName(line, 'destination')}`,
      value: <Money fen={-line.amountFen} total />,
    })),
  });
  return (
    <RecordPage<TransactionRecord>
      resource="ledger-transactions"
      title={({ kind, referenceNumber, key }) => `${kindOf(kind)} ${referenceNumber ?? key}`}
      facts={({ key }) => [key]}
      actions={(entry, refresh) => (
        <LifeActions
          kind="ledgerEntry"
          resource="ledger-transactions"
          id={entry.id}
          actions={mayReverse && entry.kind === 'adjustment' && entry.reversedBy === null ? [reversal(entry)] : []}
          onDone={refresh}
        />
      )}
    >
      {(entry) => (
        <>
          <Card title={translate('ledger.lines')}>
            <DataTable
              label={translate('ledger.lines')}
              heading={({ source }) => translate(`resources.ledger-postings.fields.${source}`)}
              columns={[...sides, { source: 'amountFen', kind: 'money' }]}
              rows={entry.postings.map((line) => ({ ...line, id: line.line }))}
            />
          </Card>
          <Card title={translate('ledger.entry')}>
            <Facts facts={factsOf(entry)} />
          </Card>
        </>
      )}
    </RecordPage>
  );
}
