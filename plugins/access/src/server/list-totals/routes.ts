import { databaseOf } from '@linggong/core';
import { Problem, problem } from '@linggong/core/domain';
import { totalsAnswer, totalsQuery, totalWishes, type ListTotal } from '../../api/list-totals';
import { TOTALS_MAX } from '../../domain/totals-max';
import { route } from '../http/define-route';
import { countList } from './count-list';

const totals = route({
  method: 'GET',
  path: '/me/totals',
  resource: 'own-account',
  action: 'count-lists',
  summary: { zh: '多个列表的合计', en: 'Totals of several lists' },
  description: {
    zh: '一次返回多个列表按各自条件筛选后的条数与金额合计，范围与字段同本人所见的列表。用于工作台。',
    en: 'Counts and sums of several lists, each with its filter, in one answer; with the scope and the columns that the caller has in the lists. For boards.',
  },
  query: totalsQuery,
  answers: { 200: totalsAnswer },
  handle: async ({ strapi, account, query, command }) => {
    const wishes = wishesIn(query.lists);
    const db = databaseOf(strapi);
    const items = wishes.map((wish) => countList(db, account, wish, command.at).catch(withoutIt));
    return { status: 200, body: { items: await Promise.all(items) } };
  },
});

export const totalRoutes = [totals];

/** A list that took too long leaves its own figure out; a question that is wrong is refused as a whole. */
function withoutIt(error: unknown): ListTotal {
  if (error instanceof Problem && error.code === 'search-too-wide') return { state: 'failed' };
  throw error;
}

function wishesIn(text: string) {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const read = totalWishes.safeParse(value);
  if (read.success) return read.data;
  const message = {
    zh: `lists：应为 1 至 ${TOTALS_MAX} 个 {"list":…,"filter":…} 组成的 JSON 数组`,
    en: `lists must be a JSON array of 1 to ${TOTALS_MAX} {"list":…,"filter":…}`,
  };
  throw problem(400, 'list-query-invalid', message, { field: 'lists' });
}
