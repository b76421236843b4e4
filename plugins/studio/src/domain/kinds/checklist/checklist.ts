import { choice, count, fault, flag, id, list, record, text, text2, type Of } from '../../fields';
import type { Evaluation, Fault } from '../../kind';
import { describedKind } from '../described-kind';

const item = record(
  { zh: '检查项', en: 'Item' },
  {
    id: id(),
    text: text2({ zh: '检查内容', en: 'What is checked' }, { max: 500, lines: 'many' }),
    help: text2({ zh: '检查方法', en: 'How it is checked' }, { max: 500, required: false, lines: 'many' }),
    required: flag({ zh: '必查', en: 'Must be answered' }, true),
    evidence: flag({ zh: '须附证据', en: 'Needs evidence' }),
  },
);

const content = record(
  { zh: '检查清单', en: 'Checklist' },
  {
    items: list({ zh: '检查项', en: 'Items' }, item, {
      item: { zh: '检查项', en: 'item' },
      min: 1,
      max: 200,
      key: 'id',
      title: 'text',
    }),
  },
);
type ChecklistContent = Of<typeof content>;

const answer = record(
  { zh: '结果', en: 'Answer' },
  {
    item: text({ zh: '检查项编号', en: 'Id of the item' }, { max: 60 }),
    answer: choice(
      { zh: '结论', en: 'Answer' },
      {
        yes: { zh: '符合', en: 'holds' },
        no: { zh: '不符合', en: 'does not hold' },
        'not-applicable': { zh: '不适用', en: 'does not apply' },
      },
    ),
    evidence: count({ zh: '证据份数', en: 'Pieces of evidence' }, { max: 100 }),
  },
);

const input = record(
  { zh: '检查结果', en: 'Answers' },
  {
    answers: list({ zh: '结果', en: 'Answers' }, answer, { item: { zh: '结果', en: 'answer' }, max: 200, key: 'item' }),
  },
);

/**
 * The verdict: `failed` where an item does not hold, `incomplete` where a required one is not answered or lacks its evidence, else
 * `passed`. What does not apply needs no evidence. A failure tells before what is still missing.
 */
function evaluate({ items }: ChecklistContent, { answers }: Of<typeof input>): Evaluation {
  const given = new Map(answers.map((one) => [one.item, one]));
  const known = new Set(items.map((one) => one.id));
  const missing = items.filter((one) => one.required && !given.has(one.id));
  const failed = items.filter((one) => given.get(one.id)?.answer === 'no');
  const bare = items.filter(({ id: name, evidence }) => {
    const got = given.get(name);
    return evidence && got !== undefined && got.answer !== 'not-applicable' && got.evidence === 0;
  });
  const unknown = answers.map((one) => one.item).filter((name) => !known.has(name));
  const isWhole = missing.length === 0 && bare.length === 0 && unknown.length === 0;
  const verdict = failed.length > 0 ? 'failed' : isWhole ? 'passed' : 'incomplete';
  const ids = (some: typeof missing): string[] => some.map((one) => one.id);
  const trace = [
    ...failed.map(({ text: { zh, en } }) => ({ zh: `不符合：${zh}`, en: `Does not hold: ${en}` })),
    ...missing.map(({ text: { zh, en } }) => ({ zh: `未检查：${zh}`, en: `Not answered: ${en}` })),
    ...bare.map(({ text: { zh, en } }) => ({ zh: `缺少证据：${zh}`, en: `Without evidence: ${en}` })),
  ];
  return {
    outcome: { verdict, failed: ids(failed), missing: ids(missing), withoutEvidence: ids(bare), unknown },
    trace,
  };
}

function hints({ items }: ChecklistContent): Fault[] {
  if (items.length === 0 || items.some((one) => one.required)) return [];
  return [
    fault('items', 'none-required', '没有必查项：一份空的结果也会通过', 'No item must be answered: empty answers pass'),
  ];
}

/** What is looked at one by one, and when it is passed (检查清单). */
export const checklist = describedKind({
  kind: 'checklist',
  name: { zh: '检查清单', en: 'Checklist' },
  content,
  input: () => input,
  faults: () => [],
  hints,
  evaluate,
});
