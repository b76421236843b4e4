import type { Rule } from './rule';

/** Who may do what to the things of the vault plugin. */
export const rules: readonly Rule[] = [];
