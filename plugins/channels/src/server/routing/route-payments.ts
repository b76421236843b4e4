import type { Command, Queryable } from '@linggong/core';
import { problem } from '@linggong/core/domain';
import {
  decideTable,
  heldContent,
  pin,
  pinned,
  versionOf,
  type DecisionTable,
  type HeldContent,
  type TableOutcome,
} from '@linggong/studio';
import { z } from 'zod';
import { BY_SETTING, ROUTING_KEY, routingFacts, routingSeed, type PaymentGroup, type RoutingFacts } from '../../domain';
import { calendarFrom, routeOf } from '../payouts/channel-settings';

/** Whose payments they are: it keeps the version that they were routed by first. */
export interface RoutingKeeper {
  /** Kebab-case, as in the log. */
  readonly kind: string;
  readonly id: number;
}

/** By what a channel was chosen (路由依据); kept with the file and shown with it. Holds numbers of banks and sums, nothing of people. */
export interface Routing {
  /** Null before the platform has adopted its first table. */
  readonly versionId: number | null;
  readonly versionNo: number | null;
  /** Place of the row that hit, from 1; null where none did. */
  readonly row: number | null;
  readonly rowId: string | null;
  /** What the table said: a channel, or `by-setting`. */
  readonly answer: string;
  readonly facts: RoutingFacts;
}

export interface Routed {
  readonly channel: string;
  readonly routing: Routing;
}

const answered = z.object({ channel: z.string() });

type Held = HeldContent<DecisionTable>;

/**
 * The channel that a group of payments leaves through (付款路由, R13.1): by the table `channels.routing`, and where it says so by the
 * dated setting of the payer's bank. Whoever keeps a version already is routed by that one, so that a batch that leaves in several files,
 * or is sent again, does not change its rules halfway.
 * @throws Problem 503 `routing-table-unfit`, `table-not-decided`
 */
export async function routePayments(db: Queryable, group: PaymentGroup, keeper?: RoutingKeeper): Promise<Routed> {
  const { versionId, versionNo, content } = (keeper && (await keptBy(db, keeper))) ?? (await current(db));
  const calendar = await calendarFrom(db, group.day);
  const facts = routingFacts(group, (day) => calendar.isWorkingDay(day));
  const [outcome] = await decideTable(content, [{ ...facts }]);
  const { channel: answer } = answered.safeParse(outcome?.answer).data ?? unfit();
  const channel = answer === BY_SETTING ? await routeOf(db, group.bankCode, group.day) : answer;
  return { channel, routing: { versionId, versionNo, ...hit(content, outcome), answer, facts } };
}

/** As `routePayments`, and the version stays with the keeper. */
export async function routeAndKeep(
  tx: Queryable,
  { at }: Command,
  group: PaymentGroup,
  keeper: RoutingKeeper,
): Promise<Routed> {
  const routed = await routePayments(tx, group, keeper);
  const { versionId } = routed.routing;
  if (versionId !== null) await pin(tx, { kind: keeper.kind, ids: [keeper.id] }, versionId, at);
  return routed;
}

function hit(table: DecisionTable, outcome: TableOutcome | undefined): Pick<Routing, 'row' | 'rowId'> {
  const rowId = outcome?.rows[0] ?? null;
  return { rowId, row: rowId === null ? null : table.rows.findIndex(({ id }) => id === rowId) + 1 };
}

const current = (db: Queryable): Promise<Held> => heldContent<DecisionTable>(db, routingSeed);

async function keptBy(db: Queryable, { kind, id }: RoutingKeeper): Promise<Held | undefined> {
  const kept = (await pinned(db, { kind, ids: [id] })).find(({ key }) => key === ROUTING_KEY);
  return kept && versionOf<DecisionTable>(db, kept.versionId);
}

function unfit(): never {
  throw problem(
    503,
    'routing-table-unfit',
    {
      zh: '生效中的付款渠道路由表没有给出渠道，付款尚未发出',
      en: 'The routing table in force gives no channel; nothing was sent',
    },
    {
      fix: {
        zh: '请在配置中心回退“付款渠道路由”，或为其恢复渠道列',
        en: 'Roll the table "Routing of payments" back, or give it its channel column again',
      },
    },
  );
}
