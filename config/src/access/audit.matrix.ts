import type { Rule } from './rule';

/** Who may do what to the things of the audit plugin. */
export const rules: readonly Rule[] = [];
