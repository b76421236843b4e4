import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';
import type { Command } from '@linggong/core';
import type { RowScope } from '../../domain/row-scope';
import type { Account } from '../http/account';
import type { Remember } from '../http/idempotent-call';
import { parseInput } from '../http/parse-input';
import type { Call, Exchange, LooseAnswer, Route } from '../http/route';

/** The input of an operation as it came, before any parsing: bigints and instants would not survive being kept. */
export interface RawInput {
  readonly params: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

export interface InProcessCall {
  readonly account: Account;
  readonly scope: RowScope;
  readonly command: Command;
  readonly remember: Remember;
}

/**
 * Calls an operation for an account without a request of its own: what somebody asked for and another approved, or what a
 * decision on one page does on another. The input is parsed as if it had just come.
 * @throws Problem as the operation
 */
export async function callInProcess(
  strapi: Core.Strapi,
  route: Route,
  raw: RawInput,
  call: InProcessCall,
): Promise<LooseAnswer> {
  return route.handle(callOf(strapi, route, raw, call));
}

/** The parsed call itself, for what an operation shows before it is done. @throws Problem 400 */
export function callOf(strapi: Core.Strapi, route: Route, raw: RawInput, call: InProcessCall): Call {
  return {
    strapi,
    params: route.params ? parseInput(route.params, raw.params, 'params') : undefined,
    query: route.query ? parseInput(route.query, raw.query, 'query') : {},
    body: route.body ? parseInput(route.body, raw.body, 'body') : undefined,
    ...call,
    http: exchangeOf(call),
  };
}

/** No request stands behind it; an operation that reads one is not marked (`demandRule`). */
function exchangeOf({ account, command }: InProcessCall): Exchange {
  return {
    get request(): IncomingMessage {
      throw new Error('an operation that is done in process has no request');
    },
    locale: account.locale,
    address: command.address ?? '',
    header: () => undefined,
  };
}
