import type { Command, Queryable } from '@linggong/core';
import { monthOf, shanghaiDay } from '@linggong/core/domain';
import type { EngagementActionBody } from '../api';
import type { EngagementActionByPeople } from '../domain';
import { changedEngagement, type ChangedEngagement } from './engagement-entries';

/** The engagements that an act names, each with what it says of it. */
export type EngagementRequest = EngagementActionBody['engagements'];

type Change = (tx: Queryable, command: Command, request: EngagementRequest) => Promise<ChangedEngagement[]>;

const idsOf = (request: EngagementRequest): number[] => request.map(({ id }) => id);

/** Moves to a state and stamps the instant of it; the rows are locked and may take the step. */
const to =
  (state: 'engaged' | 'delivered', stamp: 'engaged_at' | 'delivered_at'): Change =>
  (tx, command, request) =>
    tx.query(
      `UPDATE public.engagements g SET state = '${state}', ${stamp} = $2::timestamptz, version = version + 1,
         updated_at = $2::timestamptz WHERE id = ANY ($1::int[]) RETURNING ${changedEngagement}`,
      [idsOf(request), command.at],
    );

/** Ends it; the reason is kept for whoever reads why. */
const over =
  (state: 'cancelled' | 'declined' | 'withdrawn'): Change =>
  (tx, command, request) =>
    tx.query(
      `UPDATE public.engagements g SET state = '${state}', cancelled_at = $2::timestamptz, state_reason = $3, version = version + 1,
         updated_at = $2::timestamptz WHERE id = ANY ($1::int[]) RETURNING ${changedEngagement}`,
      [idsOf(request), command.at, command.reason ?? null],
    );

/** How each action changes the rows; what must hold afterwards is asked by who calls. */
export const engagementChanges: Readonly<Record<EngagementActionByPeople, Change>> = {
  engage: to('engaged', 'engaged_at'),
  decline: over('declined'),
  withdraw: over('withdrawn'),
  deliver: to('delivered', 'delivered_at'),
  accept: (tx, command, request) =>
    tx.query(
      `UPDATE public.engagements g SET state = 'accepted', accepted_at = $3::timestamptz,
         accepted_fen = coalesce(u.accepted_fen, g.agreed_fen), version = version + 1, updated_at = $3::timestamptz,
         certificate_number = tasks.business_number('CC', $4, nextval('tasks.certificate_number'))
       FROM unnest($1::int[], $2::bigint[]) AS u (id, accepted_fen) WHERE g.id = u.id RETURNING ${changedEngagement}`,
      [
        idsOf(request),
        request.map(({ acceptedFen }) => acceptedFen ?? null),
        command.at,
        monthOf(shanghaiDay(command.at)),
      ],
    ),
  cancel: over('cancelled'),
};
