import type { Role } from '@linggong/config/access';
import type { Queryable } from '@linggong/core';
import type { Day, Text2 } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';
import type { Condition } from '../../domain/list-query';
import type { WaitingColumns } from '../../domain/waiting-item';
import type { ConsoleResource } from '../console/console-resource';
import type { Account } from '../http/account';

/** A filter of the list's own dialect. */
export type WaitingFilter = Readonly<Record<string, string | readonly string[]>>;

/** Why a thing is stuck: how many of its lines for which reason, the weightiest first. */
export interface WaitingReason {
  readonly count: number;
  readonly title: Text2;
}

export interface WaitingNow {
  /** Today in Asia/Shanghai. */
  readonly today: Day;
  readonly at: Date;
}

/**
 * One kind of things that wait for somebody's decision (待办): rows of a console list, read through that list's own scope, matrix and
 * hidden columns, so that nobody learns of a thing that he could not open.
 */
export interface WaitingKind extends WaitingColumns {
  /** camelCase; the console's words are `todo.{key}`. */
  readonly key: string;
  /** Whose work it is; the matrix must let them list it as well. */
  readonly roles: readonly Role[];
  readonly list: ConsoleResource;
  readonly filter: WaitingFilter | ((now: WaitingNow) => WaitingFilter);
  /** What no filter of the list says; the list cannot be narrowed to these then. */
  readonly where?: (account: Account, now: WaitingNow) => Condition;
  /** The filter leads to them all the same: `where` takes only few away (the reader's own), which stand in the list beside them. */
  readonly filterLeads?: true;
  /** SQL that follows from the filter and takes nothing away: it names an index to a planner who could not know. */
  readonly implied?: string;
  /** Why the shown ones are stuck, by their ids. */
  readonly reasons?: (
    db: Queryable,
    ids: readonly string[],
    account: Account,
  ) => Promise<ReadonlyMap<string, readonly WaitingReason[]>>;
}

/** Where every plugin tells in `bootstrap` which rows of its lists wait for whom. */
export interface WaitingKinds {
  /** @throws Error for a key that is told twice, and for a column that the list has not */
  add(...kinds: readonly WaitingKind[]): void;
  /** In the order in which they were told. */
  of(role: Role): WaitingKind[];
}

export function createWaitingKinds(): WaitingKinds {
  const known = new Map<string, WaitingKind>();
  return {
    add: (...kinds) => {
      for (const kind of kinds) {
        if (known.has(kind.key)) throw new Error(`what waits as ${kind.key} is told twice`);
        for (const column of [kind.since, kind.due, kind.fen])
          if (column !== undefined && !kind.list.columns[column])
            throw new Error(`what waits as ${kind.key}: ${kind.list.name} has no column ${column}`);
        known.set(kind.key, kind);
      }
    },
    of: (role) => [...known.values()].filter(({ roles }) => roles.includes(role)),
  };
}

export function waitingKindsOf(strapi: Core.Strapi): WaitingKinds {
  return strapi.plugin('access').service('waitingKinds');
}
