import { interviewScript, type QuestionId } from '@linggong/risk/domain';
import { newInterview } from '@linggong/risk/api';
import en from '../i18n/en';
import zh from '../i18n/zh';
import { answersOf, blankCall, bodyOf, firstOpen, foundBy, isWhole, type CallDraft } from './call';

const good: CallDraft['answers'] = Object.fromEntries(interviewScript.map(({ id, good: answer }) => [id, answer]));
const answered = (change: CallDraft['answers'] = {}, recording = 'CALL-7'): CallDraft => ({
  ...blankCall,
  outcome: 'answered',
  answers: { ...good, ...change },
  recording,
});

describe('a phone interview being filled in (R8.4)', () => {
  it('goes question by question, and stands after the last when all are answered', () => {
    const [first, second] = interviewScript;
    expect(firstOpen(blankCall)).toBe(0);
    expect(firstOpen({ answers: { [first.id]: 'yes' } })).toBe(1);
    expect(firstOpen({ answers: { [second.id]: 'yes' } })).toBe(0);
    expect(firstOpen(answered())).toBe(interviewScript.length);
  });

  it('is whole with every answer and its recording, or where nobody answered', () => {
    expect(isWhole(blankCall)).toBe(false);
    expect(isWhole({ ...blankCall, outcome: 'no-answer' })).toBe(true);
    expect(isWhole(answered())).toBe(true);
    expect(isWhole(answered({}, ' '))).toBe(false);
    const { isPerson: _left, ...rest } = answered().answers;
    expect(isWhole({ ...answered(), answers: rest })).toBe(false);
  });

  it('is sent as the route takes it; answers of a call that was not answered are left out', () => {
    expect(newInterview.safeParse(bodyOf(answered())).success).toBe(true);
    expect(newInterview.safeParse(bodyOf({ ...answered(), outcome: 'refused' })).success).toBe(true);
    expect(bodyOf({ ...answered(), outcome: 'refused' })).toEqual({ outcome: 'refused' });
  });

  it('says before it is saved what it will find', () => {
    expect(foundBy(answered())).toEqual({ findings: [], open: false });
    expect(foundBy(answered({ isPerson: 'no' })).findings.map(({ finding }) => finding)).toEqual(['identity-misused']);
    expect(foundBy(answered({ ownsCard: 'unsure' }))).toEqual({ findings: [], open: true });
    expect(answersOf(blankCall)).toBeUndefined();
  });
});

it.each([zh, en])('every finding of the script has its word', (words) => {
  // The dictionaries are typed as open trees of texts.
  const { inspections } = words as unknown as { inspections: { call: { finding: Record<string, string> } } };
  const findings = interviewScript.map(({ finding }) => finding);
  expect(Object.keys(inspections.call.finding).sort()).toEqual([...findings].sort());
  expect(interviewScript.map(({ id }): QuestionId => id)).toHaveLength(5);
});
