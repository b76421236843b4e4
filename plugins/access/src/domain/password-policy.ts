export interface PasswordPolicy {
  readonly passwordLengthMin: number;
  readonly passwordLengthMax: number;
  readonly passwordClassesMin: number;
}

export type PasswordFault = 'too-short' | 'too-long' | 'too-few-classes' | 'holds-identifier';

const classes = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];

/** What is wrong with a new password (GB/T 22239-2019 8.1.4.1 a), or undefined. Lengths are in characters, not bytes. */
export function passwordFault(password: string, identifier: string, policy: PasswordPolicy): PasswordFault | undefined {
  const length = [...password].length;
  if (length < policy.passwordLengthMin) return 'too-short';
  if (length > policy.passwordLengthMax) return 'too-long';
  if (classes.filter((form) => form.test(password)).length < policy.passwordClassesMin) return 'too-few-classes';
  if (password.toLowerCase().includes(identifier.toLowerCase())) return 'holds-identifier';
  return undefined;
}
