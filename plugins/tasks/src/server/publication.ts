import type { Core } from '@strapi/strapi';
import type { Command, Tx } from '@linggong/core';
import type { Day, Fen } from '@linggong/core/domain';

/** A task that is about to be published. */
export interface TaskToPublish {
  readonly id: number;
  readonly enterpriseId: number;
  readonly scenario: string;
  readonly headcount: number;
  readonly unitPriceFen: Fen;
  readonly budgetFen: Fen;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

/** A reason why a task is not published, such as a decision of risk; `command.reason` is what the reviewer says for it. Throws a Problem. */
export type PublicationGuard = (tx: Tx, command: Command, task: TaskToPublish) => Promise<void>;

/** What plugins above this one hand in: tasks may be asked, but never call up. */
export interface Publications {
  addGuard(guard: PublicationGuard): void;
  readonly guards: readonly PublicationGuard[];
}

export function createPublications(): Publications {
  const guards: PublicationGuard[] = [];
  return { addGuard: (guard) => void guards.push(guard), guards };
}

export function publicationsOf(strapi: Core.Strapi): Publications {
  return strapi.plugin('tasks').service('publications');
}
