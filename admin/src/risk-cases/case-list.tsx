import { provinces } from '@linggong/core/domain';
import { caseSources } from '@linggong/risk/domain';
import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { nothing } from '../parts/money-text';
import { provinceTiles } from '../parts/province-map/tiles';
import { useText2 } from '../parts/text2';
import { instantText } from '../parts/time-text';
import { useMay, useMe } from '../session/use-me';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { Clock, isLate } from './clock';
import { ReportRisk } from './report-risk';
import type { CaseRow } from './risk-case';
import { useSubjectWord } from './subject-word';

const unsettled = { state: ['open', 'in-hand', 'waiting'] };

/** All risk cases, with filters; the board shows those of now. */
export default function CaseList(): ReactNode {
  const translate = useTranslate();
  const me = useMe()?.account.id;
  const may = useMay();
  const text = useText2();
  const columns = useColumns();
  const refresh = useRefresh();
  const filters: readonly Filter[] = [
    { source: 'number', kind: 'text' },
    { source: 'state', kind: 'state', states: 'riskCase' },
    { source: 'severity', kind: 'state', states: 'riskSeverity' },
    {
      source: 'source',
      kind: 'pick',
      options: caseSources.map((value) => ({ value, label: translate(`riskCases.source.${value}`) })),
    },
    { source: 'outcome', kind: 'state', states: 'riskOutcome' },
    // One's own is the only owner that is asked for here; of others the column tells.
    ...(me === undefined
      ? []
      : [
          {
            source: 'owner',
            kind: 'pick' as const,
            options: [{ value: me.toString(), label: translate('riskCases.me') }],
          },
        ]),
    {
      source: 'province',
      kind: 'pick',
      options: provinceTiles.map(({ code, short }) => ({ value: code, label: text(provinces[code] ?? short) })),
    },
    { source: 'openedAt_gte', kind: 'from' },
    { source: 'openedAt_lte', kind: 'until' },
  ];
  return (
    <RecordList<CaseRow>
      resource="risk-cases"
      columns={columns}
      filters={filters}
      sort={{ field: 'dueAt', order: 'ASC' }}
      first={unsettled}
      views={[
        { label: translate('riskCases.unsettled'), filter: unsettled },
        ...(me === undefined ? [] : [{ label: translate('riskCases.mine'), filter: { ...unsettled, owner: me } }]),
        { label: translate('state.riskCase.closed'), filter: { state: 'closed' } },
        { label: translate('views.all'), filter: {} },
      ]}
      actions={
        <>
          <Button component={Link} to="/risk-board">
            {translate('riskCases.board')}
          </Button>
          {may('risk-cases', 'create') && <ReportRisk onDone={refresh} main />}
        </>
      }
    />
  );
}

function useColumns(): readonly Column<CaseRow>[] {
  const translate = useTranslate();
  const text = useText2();
  const actor = useActorText();
  const named = (row: CaseRow): string => text(row.title);
  const called = useSubjectWord();
  const subject = ({ subjectLabel }: CaseRow): string => called(subjectLabel);
  const source = (row: CaseRow): string => translate(`riskCases.source.${row.source}`);
  const owner = ({ ownerName }: CaseRow): string => (ownerName === null ? nothing : actor(ownerName));
  return [
    { source: 'number', kind: 'number', sortable: true, phone: 'note' },
    { source: 'title', kind: 'text', render: named, text: named, phone: 'title' },
    { source: 'severity', state: 'riskSeverity', phone: 'end' },
    { source: 'state', state: 'riskCase', sortable: true, phone: 'chip' },
    { source: 'subjectLabel', kind: 'text', render: subject, text: subject, phone: 'note' },
    { source: 'source', render: source, text: source, hidden: true },
    { source: 'ownerName', kind: 'text', render: owner, text: owner },
    {
      source: 'dueAt',
      sortable: true,
      render: (row) => (row.state === 'closed' ? nothing : <Clock dueAt={row.dueAt} late={isLate(row)} />),
      text: ({ dueAt }) => instantText(dueAt, true),
      phone: 'note',
    },
    { source: 'openedAt', kind: 'instant', sortable: true, hidden: true },
    { source: 'timesSeen', kind: 'count', hidden: true },
    { source: 'outcome', state: 'riskOutcome', hidden: true },
    { source: 'closedAt', kind: 'instant', sortable: true, hidden: true },
  ];
}
