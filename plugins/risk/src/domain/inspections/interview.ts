import type { Text2 } from '@linggong/core/domain';
import type { Severity } from '../cases';

export const interviewAnswers = ['yes', 'no', 'unsure'] as const;
export type InterviewAnswer = (typeof interviewAnswers)[number];

/** How a call went (通话结果). Who was not reached is called again. */
export const callOutcomes = ['answered', 'no-answer', 'refused', 'wrong-number'] as const;
export type CallOutcome = (typeof callOutcomes)[number];

interface Question {
  readonly id: string;
  readonly text: Text2;
  /** The answer that means nothing is wrong. */
  readonly good: InterviewAnswer;
  /** What another one finds: kept as the kind of the finding and of the case. */
  readonly finding: string;
  readonly severity: Severity;
}

/**
 * The script of a phone interview (电话回访话术, R8.4): is it you, what do you do, who pays – and whether identity or account are used by others, or
 * money only passed through (变相转移资金).
 */
export const interviewScript = [
  {
    id: 'isPerson',
    text: { zh: '是否本人接听，并由本人在平台登记？', en: 'Is it he himself, and did he register with the platform?' },
    good: 'yes',
    finding: 'identity-misused',
    severity: 'critical',
  },
  {
    id: 'knowsWork',
    text: {
      zh: '能否说明做的是什么工作、为哪家企业做？',
      en: 'Can he say what the work was, and for which enterprise?',
    },
    good: 'yes',
    finding: 'work-unknown',
    severity: 'high',
  },
  {
    id: 'receivedPay',
    text: {
      zh: '是否收到这笔报酬，金额与平台一致？',
      en: 'Did he receive this pay, in the amount that the platform shows?',
    },
    good: 'yes',
    finding: 'pay-not-received',
    severity: 'high',
  },
  {
    id: 'ownsCard',
    text: { zh: '收款银行卡是否由本人持有和使用？', en: 'Does he hold and use the card that is paid to?' },
    good: 'yes',
    finding: 'card-with-others',
    severity: 'high',
  },
  {
    id: 'passedOn',
    text: {
      zh: '是否把报酬转给企业人员或他人？',
      en: 'Did he pass the pay on to people of the enterprise or to others?',
    },
    good: 'no',
    finding: 'pay-passed-on',
    severity: 'critical',
  },
] as const satisfies readonly Question[];

export type QuestionId = (typeof interviewScript)[number]['id'];
export type InterviewAnswers = Readonly<Record<QuestionId, InterviewAnswer>>;

export interface InterviewFinding {
  readonly finding: string;
  readonly severity: Severity;
  readonly text: Text2;
}

/** What an interview found. An answer that leaves it open is no finding, but is looked at: he is called again. */
export function interviewFindings(answers: InterviewAnswers): InterviewFinding[] {
  return interviewScript.flatMap(({ id, good, finding, severity, text }) =>
    answers[id] === good || answers[id] === 'unsure' ? [] : [{ finding, severity, text }],
  );
}

/** True where nothing was found and nothing was left open. */
export function isCleared(answers: InterviewAnswers): boolean {
  return interviewScript.every(({ id, good }) => answers[id] === good);
}
