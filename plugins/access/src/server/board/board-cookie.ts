import { sessionCookie } from '../panel/session-cookie';

/** Address below which the board lies. */
export const boardBase = '/queue-board/';

/** The cookie that opens the board of queues; browsers send it to nothing else. */
export const boardCookie = sessionCookie('linggong_queue_board', boardBase, 'linggong queue board session');
