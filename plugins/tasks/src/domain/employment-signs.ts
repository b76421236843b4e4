import type { Text2 } from '@linggong/core/domain';

/** A sign that a task hides an employment (假外包): a reviewer must look before it is published. */
export interface EmploymentSign {
  kind: 'fixed-hours' | 'attendance' | 'employment-terms';
  /** The words found in the task's own text. */
  words: string;
  text: Text2;
}

const patterns: readonly { kind: EmploymentSign['kind']; pattern: RegExp; text: Text2 }[] = [
  {
    kind: 'fixed-hours',
    pattern: /坐班|朝[八九]晚[五六]|固定工时|工作时间固定|每[天日][^,，。;；]{0,6}[八8]\s*(?:个)?小时/u,
    text: { zh: '要求固定工作时间', en: 'Asks for fixed hours' },
  },
  {
    kind: 'attendance',
    pattern: /打卡|考勤|出勤|请假|旷工|迟到/u,
    text: { zh: '要求考勤', en: 'Asks for attendance' },
  },
  {
    kind: 'employment-terms',
    pattern: /底薪|月薪|五险一金|社保|公积金|劳动合同|试用期|转正|全职|年终奖|只为本公司/u,
    text: { zh: '约定了劳动关系的待遇', en: 'Offers the terms of an employment' },
  },
];

/**
 * Signs of employment in a task's words (R1.8: 合作关系而非雇佣关系; 人社部发〔2021〕56号 on subordination). They refuse
 * nothing by themselves: a reviewer publishes with a reason, or sends the task back.
 */
export function employmentSigns(...texts: readonly (string | null)[]): EmploymentSign[] {
  const all = texts.join('\n');
  return patterns.flatMap(({ kind, pattern, text }) => {
    const words = pattern.exec(all)?.[0];
    return words === undefined ? [] : [{ kind, words, text }];
  });
}
