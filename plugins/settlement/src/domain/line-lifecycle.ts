import type { Lifecycle } from '@linggong/core/domain';

export const lineStates = ['read', 'blocked', 'held', 'ready', 'excluded'] as const;
export type LineState = (typeof lineStates)[number];
export type LineAction = 'block' | 'hold' | 'clear' | 'examine' | 'exclude';
type LineRole = 'operator' | 'enterprise';

/** The life of a line before confirmation. `examine` puts it back to be checked: after an edit, or on request. */
export const lineLifecycle: Lifecycle<LineState, LineAction, LineRole> = {
  name: { zh: '结算行', en: 'settlement line' },
  initial: 'read',
  states: lineStates,
  transitions: {
    block: { from: ['read', 'ready', 'held', 'blocked'], to: 'blocked', by: 'system' },
    hold: { from: ['read', 'ready', 'held', 'blocked'], to: 'held', by: 'system' },
    clear: { from: ['read', 'ready', 'held', 'blocked'], to: 'ready', by: 'system' },
    examine: { from: ['read', 'blocked', 'held', 'ready', 'excluded'], to: 'read', by: ['operator', 'enterprise'] },
    exclude: { from: ['read', 'blocked', 'held', 'ready'], to: 'excluded', by: ['operator', 'enterprise'] },
  },
};

export interface LineBlockers {
  /** Reasons that block, of the sheet or of the facts. */
  readonly blocking: number;
  /** Reasons of risk that only hold. */
  readonly holding: number;
}

/** Where a checked line goes: blocked wins over held, and only a line without any reason is ready. */
export function checkedState({ blocking, holding }: LineBlockers): Extract<LineState, 'blocked' | 'held' | 'ready'> {
  if (blocking > 0) return 'blocked';
  return holding > 0 ? 'held' : 'ready';
}
