import type { ReactNode } from 'react';
import { useTranslate } from 'react-admin';
import { useNamedText } from '../parts/actor';
import { useActorColumn } from '../table/actor-column';
import type { Column } from '../table/column';
import type { Filter } from '../table/filter';
import { RecordList } from '../table/record-list';
import { useMay, useMe } from '../session/use-me';
import type { ApprovalRow } from './approval';

const filters: readonly Filter[] = [{ source: 'state', kind: 'state', states: 'approval' }];

/** What is asked, in words; an action that this console does not know yet is shown by its code. */
export function useWhat(): (approval: Pick<ApprovalRow, 'resource' | 'action'>) => string {
  const translate = useTranslate();
  return ({ resource, action }) => translate(`approvals.what.${resource}.${action}`, { _: `${resource} ${action}` });
}

/** Of what: a business number, a name, or the account that asks for itself. */
export function useSubject(): (approval: Pick<ApprovalRow, 'subjectLabel'>) => string {
  const named = useNamedText();
  return ({ subjectLabel }) => named(subjectLabel);
}

/** The inbox (审批箱): what waits for my role, what I asked for, how it ended. */
export default function ApprovalList(): ReactNode {
  const translate = useTranslate();
  const what = useWhat();
  const actor = useActorColumn();
  const account = useMe()?.account;
  const subject = useSubject();
  const decides = useMay()('approvals', 'decide');
  const columns: readonly Column<ApprovalRow>[] = [
    { source: 'what', render: what, text: what, phone: 'title' },
    { source: 'subjectLabel', kind: 'text', render: subject, text: subject, phone: 'end' },
    { source: 'state', state: 'approval', sortable: true, phone: 'chip' },
    actor('makerName'),
    { source: 'reason', hidden: true },
    { source: 'askedAt', kind: 'instant', sortable: true, phone: 'note' },
    { source: 'expiresAt', kind: 'instant', sortable: true },
    actor('decidedName'),
    { source: 'decidedAt', kind: 'instant', sortable: true, hidden: true },
  ];
  const mine = { makerName: `${account?.role ?? ''}#${account?.id?.toString() ?? ''}` };
  return (
    <RecordList<ApprovalRow>
      resource="approvals"
      columns={columns}
      filters={filters}
      sort={{ field: 'askedAt', order: 'DESC' }}
      first={{ state: ['pending'] }}
      views={[
        { label: translate(decides ? 'approvals.inbox' : 'approvals.pending'), filter: { state: ['pending'] } },
        { label: translate('approvals.mine'), filter: mine },
        { label: translate('views.all'), filter: {} },
      ]}
    />
  );
}
