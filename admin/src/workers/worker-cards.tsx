import { Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useTranslate } from 'react-admin';
import { Card } from '../parts/card';
import { CodeInput } from '../parts/code-input';
import { EffectSheet } from '../parts/effect-sheet';
import { Masked } from '../parts/masked';
import { Reveal } from '../parts/reveal';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import { DataTable } from '../table/data-table';
import type { WorkerRecord } from './worker';

type CardRow = NonNullable<WorkerRecord['cards']>[number];

const columnsOf = (label: (field: string) => string): readonly Column<CardRow>[] => [
  revealed('card', label('card')),
  revealed('holder', label('holder')),
  { source: 'bankName' },
  { source: 'state', state: 'card' },
  { source: 'checkCode' },
  { source: 'checkedAt', kind: 'instant' },
];

/** A masked column whose clear value may be asked for. */
function revealed(field: 'card' | 'holder', label: string): Column<CardRow> {
  return {
    source: field,
    render: (row) =>
      row[field] && (
        <Reveal of={{ kind: 'bank-card', id: row.id, field }} label={label}>
          <Masked text={row[field]} />
        </Reveal>
      ),
    text: (row) => row[field] ?? '',
  };
}

/** Every version of his cards; the newest first. An order keeps pointing at the version it was paid to. */
export function WorkerCards({ record, refresh }: { record: WorkerRecord; refresh: () => void }): ReactNode {
  const translate = useTranslate();
  const add = useMay()('bank-cards', 'add');
  const [asking, setAsking] = useState(false);
  if (record.cards === undefined) return null;
  return (
    <Card
      title={translate('worker.cards.title')}
      action={
        add ? (
          <Button
            size="small"
            color="primary"
            onClick={() => {
              setAsking(true);
            }}
          >
            {translate('worker.cards.add')}
          </Button>
        ) : undefined
      }
    >
      {record.cards.length === 0 ? (
        translate('worker.cards.none')
      ) : (
        <DataTable
          label={translate('worker.cards.title')}
          heading={({ source }) => translate(`worker.cards.${source}`)}
          columns={columnsOf((field) => translate(`worker.cards.${field}`))}
          rows={record.cards}
        />
      )}
      <AddCard
        id={record.id}
        open={asking}
        onClose={() => {
          setAsking(false);
          refresh();
        }}
      />
    </Card>
  );
}

function AddCard({ id, open, onClose }: { id: number; open: boolean; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const body = Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== ''));
  return (
    <EffectSheet
      open={open}
      onClose={() => {
        setTyped({});
        onClose();
      }}
      title={translate('worker.cards.add')}
      lead={translate('worker.cards.lead')}
      ready={(typed['cardNumber'] ?? '').trim() !== ''}
      confirm={translate('worker.cards.add')}
      run={({ key }) => provider.command('workers', id, 'cards', body, key)}
    >
      <CodeInput
        required
        kind="bank-card"
        label={translate('resources.workers.fields.cardNumber')}
        value={typed['cardNumber'] ?? ''}
        onChange={(cardNumber) => {
          setTyped({ ...typed, cardNumber });
        }}
      />
      <TextField
        autoComplete="off"
        label={translate('resources.workers.fields.bankName')}
        value={typed['bankName'] ?? ''}
        onChange={(event) => {
          setTyped({ ...typed, bankName: event.target.value });
        }}
      />
    </EffectSheet>
  );
}
