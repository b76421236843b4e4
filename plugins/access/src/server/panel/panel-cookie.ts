import { sessionCookie } from './session-cookie';

/** The cookie that opens Strapi's panel. */
export const panelCookie = sessionCookie('linggong_panel', '/', 'linggong panel session');
