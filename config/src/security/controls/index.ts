import { auditingControls } from './auditing';
import { authenticationControls } from './authentication';
import { beyondControls } from './beyond';
import { continuityControls } from './continuity';
import { protectionControls } from './protection';
import type { Control } from './control';

export { checkNames, type CheckName, type Control } from './control';

/** The thirty controls of MLPS level 3 (等保三级控制点, GB/T 22239-2019), in the order of an assessor's list, and what R9.2 asks beyond. */
export const controls: readonly Control[] = [
  ...authenticationControls,
  ...auditingControls,
  ...protectionControls,
  ...continuityControls,
  ...beyondControls,
];
