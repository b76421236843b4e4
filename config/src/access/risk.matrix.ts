import type { Rule } from './rule';

/** Who may do what to the things of the risk plugin. */
export const rules: readonly Rule[] = [];
