import { problem, type Problem, type Text2 } from '@linggong/core/domain';
import type { CriteriaContent, JudgementFault } from '../../domain';
import type { HeldContent } from '../reading/held-content';

const codes: Readonly<Record<JudgementFault['code'], string>> = {
  unknown: 'criteria-unknown',
  unjudged: 'criteria-unjudged',
  fails: 'criteria-fail',
  unexplained: 'criteria-unexplained',
  'none-fails': 'criteria-none-fails',
};

const texts: Readonly<Record<JudgementFault['code'], (named: Text2) => Text2>> = {
  unknown: ({ zh, en }) => ({
    zh: `本次审核的标准中没有：${zh}`,
    en: `The criteria of this review have none called ${en}`,
  }),
  unjudged: ({ zh, en }) => ({ zh: `必引标准还没有结论：${zh}`, en: `Mandatory criteria are not judged yet: ${en}` }),
  fails: ({ zh, en }) => ({
    zh: `必引标准不符合，不能通过：${zh}`,
    en: `It cannot pass: mandatory criteria do not hold: ${en}`,
  }),
  unexplained: ({ zh, en }) => ({ zh: `不符合的标准须说明：${zh}`, en: `Say why of criteria that do not hold: ${en}` }),
  'none-fails': () => ({
    zh: '退回或驳回须指明至少一条不符合的标准',
    en: 'Whoever refuses names a criterion that does not hold',
  }),
};

const fixes: Readonly<Record<JudgementFault['code'], Text2>> = {
  unknown: { zh: '请按页面上显示的版本逐条填写', en: 'Judge the criteria of the version that is shown' },
  unjudged: { zh: '请逐条给出结论后再通过', en: 'Judge each of them, then let it pass' },
  fails: { zh: '请退回或驳回，并说明不符合的标准', en: 'Refuse it, and say which criterion does not hold' },
  unexplained: { zh: '请在该条标准下填写说明', en: 'Write a note at the criterion' },
  'none-fails': { zh: '请将不符合的标准标为“不符合”', en: 'Mark what does not hold' },
};

/** 409 for whoever would pass what he submitted himself. */
export const ownReview = (): Problem =>
  problem(
    409,
    'review-own',
    { zh: '不能审核自己提交的申请', en: 'Nobody approves what he submitted himself' },
    { fix: { zh: '请由另一位人员审核', en: 'Have somebody else review it' } },
  );

/** 422 for judgements that do not carry their step, with the criteria that the review goes by. */
export function judgementProblem(fault: JudgementFault, held: HeldContent<CriteriaContent>): Problem {
  const titleOf = (id: string): Text2 =>
    held.content.criteria.find((one) => one.id === id)?.title ?? { zh: '', en: '' };
  const named = (language: 'zh' | 'en'): string =>
    fault.ids.map((id) => `${id} ${titleOf(id)[language]}`.trim()).join(language === 'zh' ? '；' : '; ');
  const extra = {
    criteria: [...fault.ids],
    versionNo: held.versionNo,
    mandatory: held.content.criteria.filter(({ required }) => required).map(({ id }) => id),
  };
  const text = texts[fault.code]({ zh: named('zh'), en: named('en') });
  return problem(422, codes[fault.code], text, { field: 'criteria', fix: fixes[fault.code], extra });
}
