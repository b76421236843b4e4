import { added, choice, fault, flag, id, list, maybe, money, record, text, text2, type Of } from '../../fields';
import type { Evaluation, Fault } from '../../kind';
import { describedKind } from '../described-kind';
import { areaNames } from '../shared/words';

const criterion = record(
  { zh: '标准', en: 'Criterion' },
  {
    id: id({ zh: '编号', en: 'Number' }),
    title: text2({ zh: '名称', en: 'Title' }),
    text: text2({ zh: '内容', en: 'Text' }, { max: 2_000, lines: 'many' }),
    evidence: text2({ zh: '核验材料', en: 'Evidence' }, { max: 500, required: false }),
    basis: text2({ zh: '依据', en: 'Basis' }, { max: 500, required: false }),
    required: flag({ zh: '通过时必须引用', en: 'Must be cited to pass' }),
    // Of the criteria of admission: what the application expects a month (预计月发放金额).
    visitAboveFen: added(
      maybe(money({ zh: '月金额超过此数须现场核查', en: 'Visited where more is expected a month' }), {
        zh: '不要求',
        en: 'not asked',
      }),
    ),
  },
);

const content = record(
  { zh: '审查标准', en: 'Criteria' },
  {
    area: choice({ zh: '领域', en: 'Area' }, areaNames),
    scope: text2({ zh: '适用范围', en: 'Scope' }, { max: 1_000, lines: 'many' }),
    criteria: list({ zh: '标准', en: 'Criteria' }, criterion, {
      item: { zh: '标准', en: 'criterion' },
      min: 1,
      max: 200,
      key: 'id',
      title: 'title',
    }),
  },
);
export type CriteriaContent = Of<typeof content>;

const input = record(
  { zh: '引用', en: 'Citation' },
  {
    cited: list({ zh: '引用的标准', en: 'Criteria cited' }, text({ zh: '编号', en: 'Number' }, { max: 60 }), {
      item: { zh: '编号', en: 'number' },
      max: 200,
    }),
  },
);

/** What is wrong with the criteria that a step of a review cites: those that do not exist, and those it had to cite to pass. */
export function citationFaults(
  { criteria: all }: CriteriaContent,
  cited: readonly string[],
): { readonly unknown: string[]; readonly uncited: string[] } {
  const known = new Set(all.map((one) => one.id));
  const named = new Set(cited);
  return {
    unknown: [...named].filter((one) => !known.has(one)),
    uncited: all.filter((one) => one.required && !named.has(one.id)).map((one) => one.id),
  };
}

function evaluate(criteria: CriteriaContent, { cited }: Of<typeof input>): Evaluation {
  const { unknown, uncited } = citationFaults(criteria, cited);
  const trace = criteria.criteria
    .filter((one) => cited.includes(one.id))
    .map((one) => ({ zh: `${one.id} ${one.title.zh}`, en: `${one.id} ${one.title.en}` }));
  const [sound, complete] = [unknown.length === 0, uncited.length === 0];
  const verdict = complete ? 'complete' : 'incomplete';
  return { outcome: { verdict, sound, complete, unknown, uncited }, trace };
}

function hints({ criteria: all }: CriteriaContent): Fault[] {
  if (all.length === 0 || all.some((one) => one.required)) return [];
  const [zh, en] = ['没有一条标准是通过时必须引用的', 'No criterion must be cited to pass'];
  return [fault('criteria', 'none-required', zh, en)];
}

/** Numbered criteria that every step of a review cites (商户入驻标准、业务真实性审查标准, R2.6). */
export const criteria = describedKind({
  kind: 'criteria',
  name: { zh: '审查标准', en: 'Criteria' },
  content,
  input: () => input,
  faults: () => [],
  hints,
  evaluate,
});
