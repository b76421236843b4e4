import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { Queue, type IQueueBackend } from 'bullmq';
import { queueNames, type QueueName } from '@linggong/config';
import { problem, type Problem } from '@linggong/core/domain';
import type { BullConnection } from '../bull-connection';
import { paced, type Log } from '../log';
import { boardFile, boardPage, type BoardFile } from './board-files';
import { boardRoutes, type BoardAnswer, type BoardRoutes } from './board-routes';

/** A look into BullMQ's queues (队列看板) for the system administrator, by bull-board; reads only. */
export interface QueueBoard {
  /** @param base address below which the page lies, with a slash at its end */
  page(base: string, language: 'zh' | 'en'): string;
  file(name: string): Promise<BoardFile | undefined>;
  /**
   * What the page asks for, such as `/api/queues`; undefined where there is no such address.
   * @throws Problem 503 `queues-away` where the store does not answer
   */
  ask(path: string, query: Readonly<Record<string, string>>): Promise<BoardAnswer | undefined>;
  close(): Promise<void>;
}

const locales = { zh: 'zh-CN', en: 'en-US' } as const;

/** Jobs that the board lists in one page at most. */
const jobsMax = 50;

export function createQueueBoard(connection: BullConnection, log: Log): QueueBoard {
  let opened: Promise<Opened> | undefined;
  /** BullMQ keeps the first answer of a store for good: one that failed is thrown away, and the next look asks again. */
  const open = (): Promise<Opened> =>
    (opened ??= openQueues(connection, log).catch((error: unknown) => {
      opened = undefined;
      log.warn(`board: ${error instanceof Error ? error.name : 'fault'}`);
      throw queuesAway();
    }));
  return {
    page: (base, language) => boardPage(base, settingsOf(language)),
    file: boardFile,
    async ask(path, query) {
      const { routes } = await open();
      const jobsPerPage = String(Math.min(Number(query['jobsPerPage'] ?? 10) || 10, jobsMax));
      await connection.whenThere().catch(() => {
        throw queuesAway();
      });
      const answer = await routes.ask(path, { ...query, jobsPerPage });
      return answer && { ...answer, body: withoutFaults(answer.body) };
    },
    async close() {
      const { queues } = await (opened?.catch(() => nothing) ?? nothing);
      await closeAll(queues);
      await connection.close();
    },
  };
}

interface Opened {
  readonly queues: readonly BoardQueue[];
  readonly routes: BoardRoutes;
}

const nothing: Pick<Opened, 'queues'> = { queues: [] };

async function openQueues(connection: BullConnection, log: Log): Promise<Opened> {
  await connection.whenThere();
  const warn = paced((line) => log.warn(line));
  const queues = queueNames.map((name) => openQueue(connection, name, warn));
  try {
    await Promise.all(queues.map((queue) => queue.waitUntilReady()));
  } catch (error) {
    await closeAll(queues);
    throw error;
  }
  const routes = boardRoutes();
  createBullBoard({
    queues: queues.map((queue) => new BullMQAdapter(asQueue(queue), { readOnlyMode: true })),
    serverAdapter: routes.adapter,
  });
  return { queues, routes };
}

async function closeAll(queues: readonly BoardQueue[]): Promise<void> {
  await Promise.all(queues.map((queue) => queue.close().catch(() => undefined)));
}

function settingsOf(language: 'zh' | 'en'): object {
  return {
    boardTitle: language === 'zh' ? '灵工 队列' : 'Linggong queues',
    locale: { lng: locales[language] },
    // Every ten seconds, whatever the browser remembers: each look is a question to the store of all queues.
    pollingInterval: { forceInterval: 10 },
    miscLinks: [{ text: language === 'zh' ? '返回控制台' : 'Back to the console', url: '/console/jobs' }],
    hideDocsLink: true,
  };
}

type BoardQueue = Queue<unknown, unknown, string, unknown, unknown, string, IQueueBackend, unknown>;

function queuesAway(): Problem {
  return problem(
    503,
    'queues-away',
    { zh: '队列存储暂时无法连接', en: 'The store of the queues cannot be reached at the moment' },
    {
      fix: {
        zh: '任务不会丢失；请检查 Redis 或数据库',
        en: 'No job is lost; look after Redis or the database',
      },
      extra: { retryAfterSeconds: 5 },
    },
  );
}

/** BullMQ types a queue by its backend, and the board by that of Redis; it asks what every backend answers. */
const asQueue = (queue: BoardQueue): Queue => queue as unknown as Queue;

type Warn = (line: string) => void;

function openQueue({ factory, sending, prefixOf }: BullConnection, name: QueueName, warn: Warn) {
  const prefix = prefixOf ? { prefix: prefixOf(name) } : {};
  const queue: BoardQueue = new Queue(name, { connection: sending, skipWaitingForReady: true, ...prefix }, factory);
  queue.on('error', (error) => warn(`board ${name}: ${error.name}`));
  return queue;
}

/** A fault's message and stack may quote a row; payloads hold ids only, and are shown. */
function withoutFaults(body: unknown): unknown {
  const text = JSON.stringify(body, (key, value: unknown) => {
    if (key === 'failedReason') return undefined;
    return key === 'stacktrace' ? [] : value;
  }) as string | undefined;
  return text === undefined ? undefined : JSON.parse(text);
}
