import { Button } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { isRole, roleNames } from '@linggong/config/roles';
import type { ReactNode } from 'react';
import { useGetRecordId, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useActorText } from '../parts/actor';
import { Card, Cards, WithAside } from '../parts/card';
import { Facts } from '../parts/facts';
import { PageHeader } from '../parts/page-header';
import { NoRecord } from '../parts/record-page';
import { StateChip } from '../parts/state-chip';
import { PageSkeleton } from '../parts/states-of-page';
import { useText2 } from '../parts/text2';
import { Instant } from '../parts/time';
import { Timeline } from '../parts/timeline';
import { call } from '../provider';
import { placeOf, type ApprovalRecord } from './approval';
import { useSubject, useWhat } from './approval-list';
import { Changes } from './changes';
import { Decide } from './decide';
import { Redeem } from './redeem';

/** One request (审批): who asks for what and why stands first, then how it stands and how it would stand; and the decision. */
export default function ApprovalShow(): ReactNode {
  const translate = useTranslate();
  const what = useWhat();
  const subject = useSubject();
  const id = String(useGetRecordId());
  const { data, error, refetch } = useQuery({
    queryKey: ['approval', id],
    queryFn: async ({ signal }) =>
      // The server checks every answer of this address against the schema that this type mirrors.
      (await call(`/api/v1/approvals/${encodeURIComponent(id)}`, { signal })).json as ApprovalRecord,
  });
  const again = (): void => {
    void refetch();
  };
  if (data === undefined)
    return error === null ? <PageSkeleton /> : <NoRecord error={error} resource="approvals" retry={again} />;
  return (
    <>
      <PageHeader
        crumbs={[{ label: translate('resources.approvals.name', { smart_count: 2 }), to: '/approvals' }]}
        title={what(data)}
        chips={<StateChip kind="approval" state={data.state} />}
        facts={[subject(data)]}
        actions={
          <>
            <Decide approval={data} onDone={again} />
            <Redeem approval={data} onDone={again} />
          </>
        }
      />
      <WithAside aside={<Story approval={data} />}>
        <Cards>
          <ApprovalFacts approval={data} />
          <Card title={translate('approvals.changes')} action={<ThingLink approval={data} />}>
            <Changes approval={data} />
          </Card>
        </Cards>
      </WithAside>
    </>
  );
}

function ThingLink({ approval }: { approval: ApprovalRecord }): ReactNode {
  const translate = useTranslate();
  const subject = useSubject();
  const place = placeOf(approval);
  if (place === undefined) return null;
  return (
    <Button component={Link} to={place} size="small" data-own-name="">
      {translate('approvals.open', { label: subject(approval) })}
    </Button>
  );
}

function ApprovalFacts({ approval }: { approval: ApprovalRecord }): ReactNode {
  const translate = useTranslate();
  const actor = useActorText();
  const text = useText2();
  const what = useWhat();
  const label = (field: string): string => translate(`resources.approvals.fields.${field}`);
  const deciders = approval.deciders.map((role) => (isRole(role) ? text(roleNames[role]) : role));
  return (
    <Card title={translate('approvals.facts')}>
      <Facts
        facts={[
          { label: label('what'), value: what(approval) },
          { label: label('makerName'), value: actor(approval.makerName) },
          { label: label('reason'), value: approval.reason },
          ...(approval.state === 'pending'
            ? [{ label: translate('approvals.after'), value: translate(`approvals.will.${approval.mode}`) }]
            : []),
          { label: label('deciders'), value: deciders.join(' · ') },
          ...(approval.decidedForName === null
            ? []
            : [{ label: label('decidedForName'), value: actor(approval.decidedForName) }]),
          { label: label('expiresAt'), value: <Instant at={approval.expiresAt} /> },
          ...(approval.problem === null ? [] : [{ label: label('problem'), value: text(approval.problem.text) }]),
        ]}
      />
    </Card>
  );
}

function Story({ approval }: { approval: ApprovalRecord }): ReactNode {
  const translate = useTranslate();
  const { makerName, askedAt, reason, decidedName, decidedAt, decisionReason, escalatedAt, endedAt, state } = approval;
  const step = (name: string, at: string | null, actor: string, why: string | null = null) =>
    at === null ? [] : [{ at, actor, reason: why, text: translate(`approvals.step.${name}`) }];
  const verdict = state === 'rejected' ? 'rejected' : 'approved';
  const hasEnd = !['rejected', 'pending', 'approved', 'executing'].includes(state);
  return (
    <Timeline
      items={[
        ...step('asked', askedAt, makerName, reason),
        ...step('escalated', escalatedAt, 'system'),
        ...(decidedName === null ? [] : step(verdict, decidedAt, decidedName, decisionReason)),
        ...(hasEnd ? step(state, endedAt, state === 'withdrawn' ? makerName : 'system') : []),
      ]}
    />
  );
}
