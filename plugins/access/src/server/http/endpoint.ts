import type { Core } from '@strapi/strapi';
import { span, type Command } from '@linggong/core';
import { holdsPersonalNumber } from '@linggong/core/domain';
import { z } from 'zod';
import { lookUnder } from '../elevations/note-look';
import { countCall } from '../limits/count-call';
import { demandStepUp } from '../second-factor/step-up';
import type { RawInput } from '../approvals/in-process';
import type { Account } from './account';
import { admit, callerCommand, type Caller } from './admit';
import { throughApproval } from './ask-approval';
import { localeOf, traceIdOf, type HttpContext } from './http-context';
import { idempotently, type Remember } from './idempotent-call';
import { jsonBody } from './json-body';
import { parseInput, queryValues } from './parse-input';
import { bodyUnexpected, mediaTypeUnknown, reasonPersonal } from './problems';
import type { Call, LooseAnswer, ObjectSchema, Route } from './route';
import { sendAnswer, sendProblem } from './send';

const BODY_BYTES_MAX = 1_048_576;

/** A route that declares no query takes none: a misspelt filter must not look like a filter. */
const noQuery = z.strictObject({});

interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** As it came, for a request that is kept. */
  readonly raw: RawInput;
}

/**
 * The one way into every handler: who calls, whether he may, then and only then what he sends. Refusals and faults leave as
 * problem details.
 */
export function endpoint(strapi: Core.Strapi, route: Route): (ctx: HttpContext) => Promise<void> {
  return (ctx) => span('work', () => answerCall(strapi, route, ctx));
}

async function answerCall(strapi: Core.Strapi, route: Route, ctx: HttpContext): Promise<void> {
  const traceId = traceIdOf(ctx);
  try {
    const caller = await admit(strapi, route, ctx);
    await span('permission', () => countCall(strapi, route, ctx, caller.account));
    const input = await readInput(route, ctx);
    const command = commandOf(strapi, ctx, caller, input, traceId);
    // After the input was found good: nobody gives a code for what would be refused anyway.
    demandStepUp(route, caller.account, command.at);
    const work = (): Promise<LooseAnswer> =>
      idempotently({ strapi, route, ctx, input, command }, (remember) =>
        callHandler(strapi, route, ctx, { caller, input, command, remember }),
      );
    const { elevation } = caller;
    const subjectId = ctx.params['id'] ?? ctx.params['code'];
    const answer = elevation ? await lookUnder(strapi, route, { command, elevation, subjectId }, work) : await work();
    sendAnswer(ctx, route, answer);
  } catch (error) {
    sendProblem(strapi, ctx, error);
  }
}

async function readInput(route: Route, ctx: HttpContext): Promise<Input> {
  const rawParams = route.params ? ownParams(route.params, ctx) : {};
  const rawQuery = queryValues(ctx.querystring);
  const params = route.params ? parseInput(route.params, rawParams, 'params') : undefined;
  const query = parseInput(route.query ?? noQuery, rawQuery, 'query');
  const { raw, body } = await readBody(route, ctx);
  return { params, query, body, raw: { params: rawParams, query: rawQuery, body: raw } };
}

/** Strapi's catch-all for public files fits every address too and leaves its capture among the params. */
function ownParams(schema: ObjectSchema, ctx: HttpContext): Record<string, unknown> {
  return Object.fromEntries(Object.keys(schema.shape).map((name) => [name, ctx.params[name]]));
}

async function readBody(route: Route, ctx: HttpContext): Promise<{ raw?: unknown; body?: unknown }> {
  if (route.upload) {
    if (route.upload !== true && !ctx.is([...route.upload])) throw mediaTypeUnknown(route.upload);
    return {};
  }
  if (route.method === 'GET') return {};
  const raw = await jsonBody(ctx.req, route.bodyBytesMax ?? BODY_BYTES_MAX);
  if (route.body) return { raw, body: parseInput(route.body, raw, 'body') };
  if (raw !== undefined && JSON.stringify(raw) !== '{}') throw bodyUnexpected();
  return {};
}

/** Where an operation asks for a reason, it is the field `reason` of the body, and becomes that of the command: of a log that is never erased. */
function commandOf(strapi: Core.Strapi, ctx: HttpContext, caller: Caller, input: Input, traceId: string): Command {
  const approvalId = caller.elevation?.approvalId;
  const command = {
    ...callerCommand(strapi, ctx, caller.account),
    traceId,
    ...(approvalId === undefined ? {} : { approvalId }),
  };
  const { body } = input;
  const reason = typeof body === 'object' && body !== null && 'reason' in body ? body.reason : undefined;
  if (typeof reason !== 'string') return command;
  if (holdsPersonalNumber(reason)) throw reasonPersonal();
  return { ...command, reason };
}

interface Prepared {
  readonly caller: Caller;
  readonly input: Input;
  readonly command: Command;
  readonly remember: Remember;
}

async function callHandler(strapi: Core.Strapi, route: Route, ctx: HttpContext, call: Prepared): Promise<LooseAnswer> {
  const { caller, command, remember } = call;
  const { raw, ...input } = call.input;
  const prepared: Call = {
    strapi,
    ...input,
    // A public route is typed to see no account; every other has passed `admit`, which gives one.
    account: caller.account as Account,
    scope: caller.scope,
    command,
    remember,
    http: { request: ctx.req, locale: localeOf(ctx), address: ctx.ip, header: (name) => ctx.get(name) || undefined },
  };
  return throughApproval(strapi, route, prepared, raw);
}
