import { ruleWord } from '@linggong/risk/api';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useRowLife } from '../parts/row-life';
import { RowName } from '../parts/row-name';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import { useActorColumn } from '../table/actor-column';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { AddSnooze } from './add-snooze';
import type { SnoozeRow } from './entry';
import { useRulesInForce } from './rules-in-force';

/** Rules that sleep for one worker or enterprise (规则静默), each until its day. */
export default function SnoozeList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const rules = useRulesInForce();
  const rule = (row: SnoozeRow): string =>
    rules.find(({ value }) => value === row.rule)?.label ?? text(ruleWord(row.rule));
  const actor = useActorColumn();
  const { buttons, sheet } = useRowLife<SnoozeRow>({
    kind: 'riskSnooze',
    resource: 'risk-snoozes',
    actions: ({ state }) =>
      may('risk-snoozes', 'end') && state === 'in-force' ? [{ name: 'end', reason: 'required' }] : [],
  });
  const columns: readonly Column<SnoozeRow>[] = [
    { source: 'number', phone: 'note' },
    { source: 'rule', render: rule, text: rule, phone: 'title' },
    {
      source: 'subjectLabel',
      render: ({ subjectKind, subjectId, subjectLabel }) => (
        <RowName kind={subjectKind} id={subjectId} otherwise={subjectLabel} linked />
      ),
      text: ({ subjectLabel }) => subjectLabel,
      phone: 'end',
    },
    { source: 'reason', kind: 'text' },
    { source: 'startsOn', kind: 'day', sortable: true },
    { source: 'endsOn', kind: 'day', sortable: true },
    actor('createdName'),
    { source: 'state', state: 'riskSnooze', phone: 'chip' },
    {
      source: 'end',
      kind: 'act',
      render: buttons,
      text: () => '',
    },
  ];
  const add = may('risk-snoozes', 'create') ? (
    <Button
      variant="contained"
      color="primary"
      onClick={() => {
        setOpen(true);
      }}
    >
      {translate('riskLists.snooze.title')}
    </Button>
  ) : undefined;
  return (
    <>
      <RecordList<SnoozeRow>
        resource="risk-snoozes"
        columns={columns}
        filters={snoozeFilters(rules)}
        sort={{ field: 'id', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          { label: translate('state.riskSnooze.in-force'), filter: { state: 'in-force' } },
        ]}
        actions={add}
        firstStep={add}
      />
      {sheet}
      <AddSnooze
        open={open}
        onClose={() => {
          setOpen(false);
        }}
      />
    </>
  );
}

function snoozeFilters(rules: ReturnType<typeof useRulesInForce>): readonly Filter[] {
  return [
    { source: 'state', kind: 'state', states: 'riskSnooze' },
    {
      source: 'rule',
      kind: 'pick',
      options: rules,
    },
    { source: 'endsOn', kind: 'day' },
  ];
}
