import { loggedActions } from '@linggong/audit/api';
import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import type { AuditEntryRow } from './audit-entry';
import { EntryActor } from './entry-actor';
import { EntrySubject } from './entry-subject';
import { useEntryWords } from './entry-words';

const dayMs = 86_400_000;

/** What the log is searched by: nobody has to know a code. */
function useFilters(): readonly Filter[] {
  const translate = useTranslate();
  const words = useEntryWords();
  const byWord = (codes: readonly string[], word: (code: string) => string) =>
    codes.map((value) => ({ value, label: word(value) })).sort((a, b) => a.label.localeCompare(b.label, 'zh-CN'));
  const kinds = [...new Set(loggedActions.map((action) => action.split('.')[0] ?? ''))];
  return [
    { source: 'recordedAt_gte', kind: 'from' },
    { source: 'recordedAt_lte', kind: 'until' },
    { source: 'actorName', kind: 'actor' },
    { source: 'action', kind: 'pick', options: byWord(loggedActions, words.action) },
    { source: 'outcome', kind: 'choice', choices: ['done', 'refused', 'failed'] },
    { source: 'subjectKind', kind: 'pick', options: byWord(kinds, (kind) => translate(`audit.noun.${kind}`)) },
    { source: 'subjectId', kind: 'text' },
    { source: 'address', kind: 'text' },
    { source: 'traceId', kind: 'text' },
    { source: 'sessionId', kind: 'text' },
  ];
}

/** The audit log (审计记录): who did what to which object, newest first; the last month where nothing else is asked for. */
export default function EntryList(): ReactNode {
  const translate = useTranslate();
  const words = useEntryWords();
  const filters = useFilters();
  const outcome = (row: AuditEntryRow): string => translate(`audit.outcome.${row.outcome}`, { _: row.outcome });
  const columns: readonly Column<AuditEntryRow>[] = [
    { source: 'recordedAt', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'actorName', render: (row) => <EntryActor name={row.actorName} />, text: (row) => row.actorName },
    { source: 'action', render: (row) => words.action(row.action), text: (row) => row.action, phone: 'title' },
    {
      source: 'subjectId',
      kind: 'text',
      render: (row) => <EntrySubject kind={row.subjectKind} id={row.subjectId} />,
      text: (row) => words.subject(row.subjectKind, row.subjectId),
      phone: 'end',
    },
    { source: 'count', kind: 'count', hidden: true },
    { source: 'outcome', render: outcome, text: outcome },
    { source: 'address' },
    { source: 'reason', kind: 'text' },
    { source: 'traceId', hidden: true },
    { source: 'approvalId', hidden: true },
  ];
  return (
    <RecordList<AuditEntryRow>
      resource="audit-entries"
      columns={columns}
      filters={filters}
      sort={{ field: 'recordedAt', order: 'DESC' }}
      views={[
        { label: translate('audit.recent'), filter: { recordedAt_gte: monthAgo() } },
        { label: translate('audit.refused'), filter: { outcome: 'refused' } },
        { label: translate('views.all'), filter: {} },
      ]}
    />
  );
}

/** The first moment of the day a month ago, so that the address of the view stays the same all day. */
function monthAgo(): string {
  const today = Math.floor(Date.now() / dayMs) * dayMs;
  return new Date(today - 31 * dayMs).toISOString();
}
