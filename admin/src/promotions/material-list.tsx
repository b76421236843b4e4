import { materialKinds } from '@linggong/risk/domain';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { MaterialListRow } from './material';
import { RegisterMaterial } from './register-material';

/** Promotional material (宣传资料): what is said in public, where, and how its review stands. */
export default function MaterialList(): ReactNode {
  const translate = useTranslate();
  const may = useMay();
  const actor = useActorText();
  const [open, setOpen] = useState(false);
  const kind = (row: MaterialListRow): string => translate(`materials.kind.${row.kind}`);
  const by = (row: MaterialListRow): string => actor(row.registeredBy);
  const columns: readonly Column<MaterialListRow>[] = [
    { source: 'number', kind: 'number', sortable: true, phone: 'note' },
    { source: 'title', kind: 'text', phone: 'title' },
    { source: 'kind', render: kind, text: kind },
    { source: 'place', kind: 'text' },
    { source: 'owner', kind: 'text' },
    { source: 'publishedOn', kind: 'day', sortable: true },
    { source: 'openFindings', kind: 'count' },
    { source: 'dueOn', kind: 'day', phone: 'end' },
    { source: 'reviewBy', kind: 'day', sortable: true },
    { source: 'registeredBy', render: by, text: by, hidden: true },
    { source: 'registeredAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'state', state: 'material', phone: 'chip' },
  ];
  const filters: readonly Filter[] = [
    { source: 'number', kind: 'text' },
    { source: 'title', kind: 'text' },
    { source: 'state', kind: 'state', states: 'material' },
    {
      source: 'kind',
      kind: 'pick',
      options: materialKinds.map((code) => ({ value: code, label: translate(`materials.kind.${code}`) })),
    },
  ];
  const add = may('promotional-materials', 'create') ? (
    <Button
      variant="contained"
      color="primary"
      onClick={() => {
        setOpen(true);
      }}
    >
      {translate('materials.register.title')}
    </Button>
  ) : undefined;
  return (
    <>
      <RecordList<MaterialListRow>
        resource="promotional-materials"
        columns={columns}
        filters={filters}
        sort={{ field: 'id', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('materials.toReview'), filter: { state: ['registered', 'rectified'] } },
          { label: translate('state.material.rectifying'), filter: { state: 'rectifying' } },
        ]}
        actions={add}
        firstStep={add}
      />
      <RegisterMaterial
        open={open}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}
