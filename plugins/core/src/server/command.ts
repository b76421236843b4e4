import type { Role } from '@linggong/config/access';

/** Who acts. `name` is a business name such as `finance-officer#3`, never the name of a person. */
export interface Actor {
  kind: 'account' | 'system';
  name: string;
  role?: Role;
  accountId?: number;
  enterpriseId?: number;
  workerId?: number;
}

/** What every writing service is told about the call: who, when, from where, why. `at` is the only clock it reads. */
export interface Command {
  actor: Actor;
  at: Date;
  traceId: string;
  /** Network address of the caller. */
  address?: string;
  /** The session (会话) that asked; the platform's own work has none. */
  sessionId?: string;
  /** The approval (审批) under which it is done, where one was needed. */
  approvalId?: string;
  reason?: string;
}

/** The command of the platform's own work, such as a schedule or a hearer. */
export function systemCommand(name: string, at: Date, traceId: string): Command {
  return { actor: { kind: 'system', name }, at, traceId };
}
