/** What the sandbox register answers for a number. */
export type SandboxAnswer = 'match' | 'mismatch' | 'no-record' | 'slow-match' | 'busy-once' | 'refused';

/**
 * The sandbox decides by three digits of the number itself, so that any test or demo can ask for any answer and gets the
 * same one every time: 440 and 441 mismatch, 442 and 443 no record, 444 and 445 a slow match, 446 and 447 busy at the
 * first try, 448 and 449 refused for good. Two values each, because in identity numbers the last digit says the sex.
 */
const answers: Readonly<Record<string, SandboxAnswer>> = {
  '440': 'mismatch',
  '441': 'mismatch',
  '442': 'no-record',
  '443': 'no-record',
  '444': 'slow-match',
  '445': 'slow-match',
  '446': 'busy-once',
  '447': 'busy-once',
  '448': 'refused',
  '449': 'refused',
};

/** Identity numbers answer by their serial, characters 15-17. */
export function sandboxIdentityAnswer(identityNumber: string): SandboxAnswer {
  return answers[identityNumber.slice(14, 17)] ?? 'match';
}

/** Bank cards answer by the first three digits of the account, characters 7-9. */
export function sandboxCardAnswer(cardNumber: string): SandboxAnswer {
  return answers[cardNumber.slice(6, 9)] ?? 'match';
}

/** Companies answer by characters 11-13 of the credit code. */
export function sandboxCompanyAnswer(uscc: string): SandboxAnswer {
  return answers[uscc.slice(10, 13)] ?? 'match';
}
