import { holdSubjects } from '@linggong/vault/domain';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { useActorText } from '../parts/actor';
import { nothing } from '../parts/money-text';
import { useRowLife } from '../parts/row-life';
import { RowName } from '../parts/row-name';
import { StateChip } from '../parts/state-chip';
import { useMay } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { HoldSheet } from './hold-sheet';

/** A row of `/api/console/legal-holds`. */
interface HoldRow {
  id: number;
  state: 'standing' | 'ended';
  subjectKind: string;
  subjectId: number;
  reason: string;
  setBy: string;
  setAt: string;
  endedBy: string | null;
  endedAt: string | null;
  endReason: string | null;
  /** Not a fact of the row: the place of its button. */
  end?: never;
}

const filters: readonly Filter[] = [
  { source: 'state', kind: 'state', states: 'legalHold' },
  { source: 'setAt_gte', kind: 'from' },
  { source: 'setAt_lte', kind: 'until' },
];

function useColumns(buttons: (row: HoldRow) => ReactNode): readonly Column<HoldRow>[] {
  const translate = useTranslate();
  const actor = useActorText();
  const kind = ({ subjectKind }: HoldRow): string => translate(`choice.holdSubject.${subjectKind}`);
  return [
    { source: 'subjectKind', render: kind, text: kind, phone: 'title' },
    {
      source: 'subjectId',
      render: ({ subjectKind, subjectId }) => (
        <RowName kind={subjectKind} id={subjectId} otherwise={`#${subjectId.toString()}`} linked />
      ),
      text: ({ subjectId }) => subjectId.toString(),
      names: ({ subjectKind: kind, subjectId: id }) => ({ kind, id }),
      phone: 'note',
    },
    {
      source: 'state',
      render: ({ state }) => <StateChip kind="legalHold" state={state} />,
      text: ({ state }) => translate(`state.legalHold.${state}`),
      phone: 'chip',
    },
    { source: 'reason', kind: 'text' },
    { source: 'setBy', render: ({ setBy }) => actor(setBy), text: ({ setBy }) => actor(setBy) },
    { source: 'setAt', kind: 'instant', sortable: true },
    { source: 'endedAt', kind: 'instant', sortable: true, hidden: true },
    {
      source: 'endedBy',
      render: ({ endedBy }) => (endedBy === null ? nothing : actor(endedBy)),
      text: ({ endedBy }) => (endedBy === null ? '' : actor(endedBy)),
      hidden: true,
    },
    { source: 'endReason', hidden: true },
    {
      source: 'end',
      kind: 'act',
      render: buttons,
      text: () => '',
      phone: 'end',
    },
  ];
}

/** Legal holds (保全): what is not purged although its term may be over, and why. */
export default function HoldList(): ReactNode {
  const translate = useTranslate();
  const refresh = useRefresh();
  const may = useMay();
  const [setting, setSetting] = useState(false);
  const { buttons, sheet } = useRowLife<HoldRow>({
    kind: 'legalHold',
    resource: 'legal-holds',
    actions: ({ state }) =>
      may('legal-holds', 'end') && state === 'standing' ? [{ name: 'end', reason: 'required' }] : [],
  });
  const columns = useColumns(buttons);
  return (
    <>
      <RecordList<HoldRow>
        resource="legal-holds"
        columns={columns}
        filters={filters}
        sort={{ field: 'id', order: 'DESC' }}
        first={{ state: 'standing' }}
        views={[
          { label: translate('state.legalHold.standing'), filter: { state: 'standing' } },
          { label: translate('views.all'), filter: {} },
        ]}
        actions={
          may('legal-holds', 'set') && (
            <Button
              variant="contained"
              color="primary"
              onClick={() => {
                setSetting(true);
              }}
            >
              {translate('holds.set')}
            </Button>
          )
        }
        linkOf={() => undefined}
      />
      {sheet}
      <HoldSheet
        open={setting}
        kinds={holdSubjects}
        onClose={() => {
          setSetting(false);
          refresh();
        }}
      />
    </>
  );
}
