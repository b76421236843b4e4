import { record } from '@linggong/audit';
import { databaseOf } from '@linggong/core';
import { panelSessionAnswer } from '../../api/account';
import { route } from '../http/define-route';
import { panelCookie } from './panel-cookie';
import { ensurePanelUser } from './panel-user';

/** The only way into Strapi's panel: a cookie that lives and dies with the session of the console. */
const openPanel = route({
  method: 'POST',
  path: '/panel-sessions',
  resource: 'panel',
  action: 'open',
  summary: { zh: '打开内容面板', en: 'Open the content panel' },
  description: {
    zh: '为当前登录设置一个仅浏览器可用的 Cookie；随后打开 url 即以本人身份进入面板。登录结束，面板同时关闭。',
    en: 'Sets a cookie bound to this session; the page at url then opens the panel as oneself, and closes with the session.',
  },
  answers: { 201: panelSessionAnswer },
  handle: async ({ strapi, account, command, http }) => {
    await ensurePanelUser(strapi, account.id);
    await databaseOf(strapi).transaction((tx) =>
      record(tx, command, { action: 'panel.open', subject: { kind: 'account', id: String(account.id) } }),
    );
    const isSecure = http.header('X-Forwarded-Proto') === 'https';
    const cookie = panelCookie.header(panelCookie.valueFor(strapi, account.sessionId), isSecure);
    return { status: 201, body: { url: '/admin/' }, headers: { 'Set-Cookie': cookie } };
  },
});

export const panelRoutes = [openPanel];
