import {
  interviewScript,
  interviewFindings,
  isCleared,
  type CallOutcome,
  type InterviewAnswer,
  type InterviewAnswers,
  type InterviewFinding,
  type QuestionId,
} from '@linggong/risk/domain';

/** What is filled in while somebody is on the phone. */
export interface CallDraft {
  outcome: CallOutcome | undefined;
  answers: Partial<Record<QuestionId, InterviewAnswer>>;
  recording: string;
  note: string;
}

export const blankCall: CallDraft = { outcome: undefined, answers: {}, recording: '', note: '' };

/** The answers, once every question has one. */
export function answersOf({ answers }: Pick<CallDraft, 'answers'>): InterviewAnswers | undefined {
  // Every question of the script has its answer then.
  return interviewScript.every(({ id }) => answers[id] !== undefined) ? (answers as InterviewAnswers) : undefined;
}

/** Where the call stands by what is answered: the first question without an answer, or one past the last. */
export function firstOpen({ answers }: Pick<CallDraft, 'answers'>): number {
  const open = interviewScript.findIndex(({ id }) => answers[id] === undefined);
  return open < 0 ? interviewScript.length : open;
}

/** May it be kept? Who answered was asked everything and recorded; who did not has no answers. */
export function isWhole(draft: CallDraft): boolean {
  if (draft.outcome === undefined) return false;
  return draft.outcome !== 'answered' || (answersOf(draft) !== undefined && draft.recording.trim() !== '');
}

/** What goes to the server. */
export function bodyOf(draft: CallDraft): object {
  const note = draft.note.trim();
  return {
    outcome: draft.outcome,
    ...(draft.outcome === 'answered' ? { answers: answersOf(draft), recording: draft.recording.trim() } : {}),
    ...(note === '' ? {} : { note }),
  };
}

/** What saving would find: misuse opens cases; an open answer means one more call. */
export function foundBy(draft: CallDraft): { findings: InterviewFinding[]; open: boolean } {
  const answers = answersOf(draft);
  if (answers === undefined) return { findings: [], open: false };
  const findings = interviewFindings(answers);
  return { findings, open: findings.length === 0 && !isCleared(answers) };
}
