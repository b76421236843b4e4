import { listWords, ruleWord } from '@linggong/risk/api';
import { listKinds, listSources, listSubjectKinds } from '@linggong/risk/domain';
import { Button } from '@mui/material';
import { useState, type ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useText2 } from '../parts/text2';
import { useMay } from '../session/use-me';
import { useActorColumn } from '../table/actor-column';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { AddEntry } from './add-entry';
import type { EntryRow } from './entry';
import { ImportEntries } from './import-entries';
import { LookUp } from './look-up';
import { signs } from '../parts/signs';

type Say = ReturnType<typeof useText2>;

/** Deny, allow and watch lists (黑白名单): who is on them, by what, by whose word and until when. */
export default function EntryList(): ReactNode {
  const translate = useTranslate();
  const text = useText2();
  const may = useMay();
  const [sheet, setSheet] = useState<'add' | 'import' | 'look-up' | undefined>(undefined);
  const close = (): void => {
    setSheet(undefined);
  };
  const filters = entryFilters(text);
  const columns = entryColumns(text, useActorColumn());
  const opens = (name: 'add' | 'import' | 'look-up', main = false): ReactNode => (
    <Button
      key={name}
      {...(main ? { variant: 'contained' as const, color: 'primary' as const } : {})}
      onClick={() => {
        setSheet(name);
      }}
    >
      {translate(`riskLists.${name}.title`)}
    </Button>
  );
  const add = may('risk-list-entries', 'create') ? opens('add', true) : undefined;
  return (
    <>
      <RecordList<EntryRow>
        resource="risk-list-entries"
        columns={columns}
        filters={filters}
        sort={{ field: 'id', order: 'DESC' }}
        views={[
          { label: translate('views.all'), filter: {} },
          ...listKinds.map((kind) => ({
            label: text(listWords.kind[kind]),
            filter: { kind, state: 'in-force' },
          })),
        ]}
        actions={
          <>
            {may('risk-list-entries', 'look-up') && opens('look-up')}
            {may('risk-list-imports', 'upload') && opens('import')}
            {add}
          </>
        }
        firstStep={add}
      />
      <AddEntry open={sheet === 'add'} onClose={close} />
      <ImportEntries open={sheet === 'import'} onClose={close} />
      <LookUp open={sheet === 'look-up'} onClose={close} />
    </>
  );
}

function entryFilters(text: Say): readonly Filter[] {
  return [
    { source: 'number', kind: 'text' },
    { source: 'state', kind: 'state', states: 'riskListEntry' },
    {
      source: 'kind',
      kind: 'pick',
      options: listKinds.map((code) => ({ value: code, label: text(listWords.kind[code]) })),
    },
    {
      source: 'subjectKind',
      kind: 'pick',
      options: listSubjectKinds.map((code) => ({ value: code, label: text(listWords.subjectKind[code]) })),
    },
    {
      source: 'source',
      kind: 'pick',
      options: listSources.map((code) => ({ value: code, label: text(listWords.source[code]) })),
    },
    { source: 'endsOn', kind: 'day' },
  ];
}

function entryColumns(text: Say, actor: ReturnType<typeof useActorColumn>): readonly Column<EntryRow>[] {
  const word = (source: 'kind' | 'subjectKind' | 'source'): Column<EntryRow> => {
    const of = (row: EntryRow): string =>
      text(
        source === 'kind'
          ? listWords.kind[row.kind]
          : source === 'subjectKind'
            ? listWords.subjectKind[row.subjectKind]
            : listWords.source[row.source],
      );
    return { source, render: of, text: of };
  };
  const rules = (row: EntryRow): string => row.rules.map((rule) => text(ruleWord(rule))).join(text(signs.semicolon));
  return [
    { source: 'number', kind: 'number', sortable: true, phone: 'note' },
    { ...word('kind'), phone: 'end' },
    word('subjectKind'),
    { source: 'value', kind: 'masked', phone: 'title' },
    { source: 'reason', kind: 'text' },
    word('source'),
    { source: 'rules', render: rules, text: rules, hidden: true },
    { source: 'endsOn', kind: 'day', sortable: true },
    actor('createdName', { hidden: true }),
    { source: 'createdAt', kind: 'instant', sortable: true },
    { source: 'state', state: 'riskListEntry', phone: 'chip' },
  ];
}
