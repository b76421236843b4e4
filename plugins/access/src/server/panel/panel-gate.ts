import type { Core } from '@strapi/strapi';
import { record } from '@linggong/audit';
import { reachOf, signInPolicy } from '@linggong/config/access';
import { clockOf, databaseOf, type Command } from '@linggong/core';
import { problem, type Problem } from '@linggong/core/domain';
import { readPanelInput } from '../../domain/panel-input';
import { panelAddress, type PanelAddress } from '../../domain/panel-routes';
import { accountOfSession } from '../accounts/sessions';
import { mayOpenPlaces } from '../accounts/set-up';
import { actorOf, type Account } from '../http/account';
import { localeOf, traceIdOf, type HttpContext } from '../http/http-context';
import { notSignedIn } from '../http/problems';
import { panelCookie } from './panel-cookie';
import { isPanelTokenOf, startPanelSession } from './panel-session';
import { panelStates } from './panel-states';
import { panelUserOf } from './panel-user';

/** Addresses without secrets that Strapi itself answers. */
const open = /^\/(?:_health|favicon\.(?:ico|png)|robots\.txt)$/;

/**
 * Stands in front of everything that Strapi serves and the kit does not: the panel, its API, its uploads, its WebSockets. Strapi's
 * own sign-in knows no second factor and its registration makes the first comer a super administrator; so nothing of it is
 * reached but what `panelRoutes` names, by a live console session with a second factor that may open the panel (design section 6).
 */
export function panelGate(strapi: Core.Strapi, readBody: Core.MiddlewareHandler): Core.MiddlewareHandler {
  return async (ctx, next) => {
    if (open.test(ctx.path)) return next();
    const address = ctx.get('Upgrade').toLowerCase().includes('websocket')
      ? undefined
      : panelAddress(ctx.method, ctx.path);
    const account = address && (await accountOf(strapi, ctx));
    if (!address || !account) throw closed();
    ctx.state['account'] = account;
    if (address.kind === 'page' && ctx.method === 'GET') await startPanelSession(strapi, ctx, account);
    if (address.kind !== 'api') return next();
    await demandOwnToken(strapi, ctx, account);
    return readBody(ctx, async () => {
      checkInput(strapi, ctx, address);
      await recordWrite(strapi, ctx, address, account);
      await next();
    });
  };
}

async function accountOf(strapi: Core.Strapi, ctx: HttpContext): Promise<Account | undefined> {
  const sessionId = panelCookie.sessionOf(strapi, ctx.cookies.get(panelCookie.name, { signed: false }));
  if (sessionId === undefined) return undefined;
  const account = await accountOfSession(databaseOf(strapi), sessionId, clockOf(strapi).now(), signInPolicy);
  if (!account || !mayOpenPlaces(account) || reachOf(account.role, 'panel', 'open') === undefined) return undefined;
  return { ...account, locale: localeOf(ctx) };
}

/** Strapi asks nobody here who he is, nor whether he names any permission, and faults where he does not. */
const permissionsCheck = '/admin/permissions/check';

function lacksPermissions(ctx: HttpContext): boolean {
  if (ctx.path !== permissionsCheck) return false;
  const body: unknown = ctx.request.body;
  return typeof body !== 'object' || body === null || !Array.isArray(Reflect.get(body, 'permissions'));
}

/** A token of the panel counts only for the account whose cookie came along, and as long as its session lives. */
async function demandOwnToken(strapi: Core.Strapi, ctx: HttpContext, account: Account): Promise<void> {
  const authorization = ctx.get('Authorization');
  if (!authorization && ctx.path !== permissionsCheck) return;
  const userId = await panelUserOf(databaseOf(strapi), account.id);
  if (!(await isPanelTokenOf(strapi, authorization, userId))) throw notSignedIn();
}

function checkInput(strapi: Core.Strapi, ctx: HttpContext, address: Extract<PanelAddress, { kind: 'api' }>): void {
  const inputs = [readPanelInput(ctx.query), readPanelInput(ctx.request.body)];
  const fault = inputs.find((input) => input.fault !== undefined)?.fault;
  if (fault !== undefined || lacksPermissions(ctx)) throw inputInvalid();
  // A body may also name what is no content type, such as `plugin::upload.read`.
  const named = inputs.flatMap((input) => input.types).filter((name) => name in strapi.contentTypes);
  if ([...address.types, ...named].some((name) => !isDisplayed(strapi, name))) throw closed();
}

/** Business entities, accounts and whatever is not made for the panel are not there, for its super administrator neither. */
function isDisplayed(strapi: Core.Strapi, name: string): boolean {
  const type = Object.values(strapi.contentTypes).find(({ uid }) => uid === name);
  // Strapi types no options of plugins.
  const shown = type?.pluginOptions?.['content-manager'] as { visible?: boolean } | undefined;
  return type !== undefined && shown?.visible !== false;
}

/** Written before the panel acts: what cannot be recorded is not done. */
async function recordWrite(
  strapi: Core.Strapi,
  ctx: HttpContext,
  address: Extract<PanelAddress, { kind: 'api' }>,
  account: Account,
): Promise<void> {
  if (ctx.method === 'GET' || ctx.method === 'HEAD') return;
  const command: Command = {
    actor: actorOf(account),
    at: clockOf(strapi).now(),
    traceId: traceIdOf(ctx),
    address: ctx.ip,
  };
  const states = await panelStates(strapi, ctx, address);
  await databaseOf(strapi).transaction((tx) =>
    record(tx, command, {
      action: 'panel.write',
      // A path of the list holds names of the panel, row numbers and document ids only.
      subject: { kind: 'panel-address', id: `${ctx.method} ${ctx.path}` },
      ...states,
    }),
  );
}

function closed(): Problem {
  return problem(
    404,
    'not-found',
    { zh: '没有此地址', en: 'There is no such address' },
    {
      fix: {
        zh: '内容面板只能由系统管理员从控制台打开',
        en: 'The content panel is opened from the console, by the system administrator',
      },
    },
  );
}

function inputInvalid(): Problem {
  return problem(400, 'input-invalid', {
    zh: '请求中的编号或文字无法使用',
    en: 'A row number or text of the request cannot be used',
  });
}
