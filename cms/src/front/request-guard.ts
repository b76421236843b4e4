import { isCrossSiteWrite, requestLimits } from '@linggong/config';
import { problem, type Problem } from '@linggong/core/domain';
import type { Core } from '@strapi/strapi';
import { boundSlowBody } from './slow-body';

type Context = Parameters<Core.MiddlewareHandler>[0];

const methods = new Set(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * What is refused whoever calls, before anybody is known: methods that nothing here has, addresses that are too long, and writes that
 * another site's page makes. The console's token is no cookie, but the cookies of the panel and of the board are.
 * @param publicUrl where people reach the platform, where a proxy sends on under another name
 */
export function requestGuard(publicUrl: string | undefined): Core.MiddlewareHandler {
  return async (http, next) => {
    const refusal = refusalOf(http, publicUrl);
    if (refusal !== undefined) throw refusal;
    const stop = boundSlowBody(http.req);
    try {
      await next();
    } finally {
      stop();
    }
  };
}

function refusalOf(http: Context, publicUrl: string | undefined): Problem | undefined {
  if (!methods.has(http.method)) return methodUnknown();
  if (http.url.length > requestLimits.urlCharactersMax) return urlTooLong();
  const crosses = isCrossSiteWrite({
    method: http.method,
    fetchSite: http.get('Sec-Fetch-Site'),
    origin: http.get('Origin'),
    ownOrigin: http.origin,
    publicOrigin: publicUrl,
  });
  return crosses ? crossSite() : undefined;
}

function methodUnknown(): Problem {
  return problem(405, 'method-not-allowed', {
    zh: '此地址不支持该方法',
    en: 'This address does not take this method',
  });
}

function urlTooLong(): Problem {
  const charactersMax = requestLimits.urlCharactersMax;
  return problem(
    414,
    'url-too-long',
    { zh: `地址超过 ${charactersMax} 个字符`, en: `The address is longer than ${charactersMax} characters` },
    { fix: { zh: '请缩短查询条件', en: 'Ask for less in one query' }, extra: { charactersMax } },
  );
}

function crossSite(): Problem {
  return problem(
    403,
    'cross-site',
    { zh: '请求来自其他网站，已拒绝', en: 'The request comes from another site and is refused' },
    { fix: { zh: '请在本平台页面内操作', en: 'Work in a page of this platform' } },
  );
}
