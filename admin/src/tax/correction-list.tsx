import type { DeclarationAnswer } from '@linggong/tax/api';
import { Button, TextField } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useDataProvider, useRefresh, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { EffectSheet } from '../parts/effect-sheet';
import type { ConsoleDataProvider } from '../provider';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';

/** A row of `/api/console/tax-corrections`. */
interface TaxCorrectionRow {
  id: number;
  month: string;
  workerNumber: string;
  workerNameMasked: string;
  state: string;
  incomeBeforeFen: number;
  incomeAfterFen: number;
  taxBeforeFen: number;
  taxAfterFen: number;
  taxChangeFen: number;
  vatChangeFen: number | null;
  surchargeChangeFen: number | null;
  at: string;
  reference: string | null;
  declaredBy: string | null;
  declaredAt: string | null;
  orderId: number;
  /** Not a fact of the row: the place of its button. */
  declare?: never;
}

const filters: readonly Filter[] = [
  { source: 'q', kind: 'text' },
  { source: 'state', kind: 'state', states: 'taxCorrection' },
  { source: 'month', kind: 'month' },
];

/** Filed months to be corrected (更正申报), because a payment of theirs came back. */
export default function TaxCorrectionList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const actor = useActorText();
  const by = ({ declaredBy }: TaxCorrectionRow): string => (declaredBy === null ? '' : actor(declaredBy));
  const may = useMay()('tax-corrections', 'declare');
  const [asked, setAsked] = useState<TaxCorrectionRow | undefined>(undefined);
  const columns: readonly Column<TaxCorrectionRow>[] = [
    { source: 'month', sortable: true, phone: 'title' },
    { source: 'workerNumber', phone: 'note' },
    { source: 'workerNameMasked', kind: 'masked' },
    { source: 'state', state: 'taxCorrection', phone: 'chip' },
    { source: 'incomeBeforeFen', kind: 'money' },
    { source: 'incomeAfterFen', kind: 'money' },
    { source: 'taxBeforeFen', kind: 'money', hidden: true },
    { source: 'taxAfterFen', kind: 'money', hidden: true },
    { source: 'taxChangeFen', kind: 'money', phone: 'end' },
    { source: 'vatChangeFen', kind: 'money' },
    { source: 'surchargeChangeFen', kind: 'money', hidden: 'zero' },
    { source: 'at', kind: 'instant', sortable: true, hidden: true },
    { source: 'reference', hidden: true },
    { source: 'declaredBy', render: by, text: by, hidden: true },
    { source: 'declaredAt', kind: 'instant', hidden: true },
    {
      source: 'declare',
      render: (row) =>
        may && row.state === 'open' ? (
          <Button
            size="small"
            onClick={() => {
              setAsked(row);
            }}
          >
            {translate('bank.declare')}
          </Button>
        ) : null,
      kind: 'act',
      text: () => '',
    },
  ];
  return (
    <>
      <RecordList<TaxCorrectionRow>
        resource="tax-corrections"
        columns={columns}
        filters={filters}
        searchBy="q"
        sort={{ field: 'id', order: 'DESC' }}
        linkOf={({ orderId }) => `/orders/${orderId.toString()}/show`}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.taxCorrection.open'), filter: { state: 'open' } },
        ]}
      />
      <DeclareSheet
        row={asked}
        onClose={() => {
          setAsked(undefined);
          refresh();
        }}
      />
    </>
  );
}

function DeclareSheet({ row, onClose }: { row: TaxCorrectionRow | undefined; onClose: () => void }): ReactNode {
  const translate = useTranslate();
  const provider = useDataProvider<ConsoleDataProvider>();
  const [reference, setReference] = useState('');
  return (
    <EffectSheet<DeclarationAnswer>
      open={row !== undefined}
      onClose={() => {
        setReference('');
        onClose();
      }}
      title={translate('bank.declare')}
      lead={translate('bank.declareLead')}
      effects={
        row === undefined
          ? []
          : [{ label: translate('resources.tax-corrections.fields.month'), value: row.month, strong: true }]
      }
      ready={reference.trim() !== ''}
      confirm={translate('bank.declare')}
      run={async ({ key }) =>
        // The route answers with the schema `declarationAnswer`.
        (await provider.command('tax-corrections', row?.id, 'declare', { reference }, key)) as DeclarationAnswer
      }
      done={({ declared }) => translate('bank.declared', { count: declared.toString() })}
    >
      <TextField
        required
        label={translate('bank.reference')}
        value={reference}
        onChange={(event) => {
          setReference(event.target.value);
        }}
      />
    </EffectSheet>
  );
}
