import { record } from '@linggong/audit';
import { databaseOf } from '@linggong/core';
import { panelSessionAnswer } from '../../api/account';
import { route } from '../http/define-route';
import { boardBase, boardCookie } from './board-cookie';

/** The only way to the board of queues: a cookie that lives and dies with the session of the console. */
const openBoard = route({
  method: 'POST',
  path: '/queue-board-sessions',
  resource: 'queue-board',
  action: 'open',
  summary: { zh: '打开队列看板', en: 'Open the board of queues' },
  description: {
    zh: '为当前登录设置一个仅浏览器可用的 Cookie；随后打开 url 即可查看队列（只读）。登录结束，看板同时关闭。',
    en: 'Sets a cookie bound to this session; the page at url then shows the queues (read only), and closes with the session.',
  },
  answers: { 201: panelSessionAnswer },
  handle: async ({ strapi, account, command, http }) => {
    await databaseOf(strapi).transaction((tx) =>
      record(tx, command, { action: 'queue-board.open', subject: { kind: 'account', id: String(account.id) } }),
    );
    const isSecure = http.header('X-Forwarded-Proto') === 'https';
    const cookie = boardCookie.header(boardCookie.valueFor(strapi, account.sessionId), isSecure);
    return { status: 201, body: { url: boardBase }, headers: { 'Set-Cookie': cookie } };
  },
});

export const boardRoutes = [openBoard];
