import { consoleResource } from '@linggong/access';
import { shanghaiDay } from '@linggong/core/domain';
import { lastEngagement } from './apply-for-task';
import { PLACES_TAKEN } from './places';
import { scenarioTitles } from './scenarios';

/** A task `t` of an enterprise `e` that a worker may apply for on the day `$1`. */
const OPEN = `t.state = 'published' AND t.ends_on >= $1::date AND e.state = 'active' AND ${PLACES_TAKEN} < t.headcount`;

/**
 * Tasks to take (找任务, R4.4): what a worker needs to choose, and nothing that is the enterprise's own – no budget, no review –, nor
 * who else works on it.
 */
export const openTaskList = consoleResource({
  name: 'open-tasks',
  resource: 'open-task',
  from: 'public.tasks t JOIN public.enterprises e ON e.id = t.enterprise_id',
  columns: {
    id: { sql: 't.id', sort: true },
    number: { sql: 't.number', filter: 'prefix', sort: true, searched: true },
    title: { sql: 't.title', filter: 'text', searched: true },
    enterpriseName: { sql: 'e.name' },
    scenario: { sql: 't.scenario', filter: 'exact' },
    place: { sql: 't.place', filter: 'text' },
    unitPriceFen: { sql: 't.unit_price_fen', sort: true },
    placesLeft: { sql: `t.headcount - ${PLACES_TAKEN}` },
    startsOn: { sql: 't.starts_on', filter: 'day', sort: true },
    endsOn: { sql: 't.ends_on', filter: 'day', sort: true },
    openedAt: { sql: 't.opened_at' },
  },
  scope: (_account, _rowScope, at) => ({ sql: OPEN, values: [shanghaiDay(at)] }),
  detail: async (id, account, db) => {
    const row = await db.one<{ description: string | null; scenario: string }>(
      'SELECT description, scenario FROM public.tasks WHERE id = $1',
      [id],
    );
    const titleOf = await scenarioTitles(db);
    const mine = account.workerId === undefined ? undefined : await lastEngagement(db, account.workerId, id);
    return { description: row.description, scenarioTitle: titleOf(row.scenario), mine: mine ?? null };
  },
});
