/** How a control of MLPS stands (符合、部分符合、不符合、未知). Unknown is what nobody has shown, whatever the reason. */
export const controlStates = ['met', 'partly', 'not-met', 'unknown'] as const;

export type ControlState = (typeof controlStates)[number];
