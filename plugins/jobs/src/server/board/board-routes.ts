import type { AppControllerRoute, BullBoardQueues, IServerAdapter, UIConfig } from '@bull-board/api/typings/app';

export interface BoardAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface BoardRoute {
  readonly pattern: RegExp;
  readonly handler: AppControllerRoute['handler'];
}

/** The board's own API as this server asks it: what it reads, and nothing that it could change. */
export interface BoardRoutes {
  /** Given to bull-board, which hands its routes and queues over. */
  readonly adapter: IServerAdapter;
  /** Undefined where the board reads nothing at this address. */
  ask(path: string, query: Readonly<Record<string, string>>): Promise<BoardAnswer | undefined>;
}

/**
 * Takes the GET routes of bull-board and drops all others. Its mode for reading alone is a flag of each queue; a route that is not
 * there needs no flag. What stands in the queues is not the truth anyway, and whoever cleaned or retried there would only
 * have the outbox send again.
 */
export function boardRoutes(): BoardRoutes {
  let routes: BoardRoute[] = [];
  let queues: BullBoardQueues = new Map();
  let uiConfig: UIConfig = {};
  const adapter: IServerAdapter = {
    setQueues: (given) => ((queues = given), adapter),
    setUIConfig: (given) => ((uiConfig = given), adapter),
    setApiRoutes: (given) => ((routes = given.filter(reads).flatMap(patterns)), adapter),
    // The page and its files are served by the platform, under its own policy.
    setViewsPath: () => adapter,
    setStaticPath: () => adapter,
    setEntryRoute: () => adapter,
    setErrorHandler: () => adapter,
  };
  return {
    adapter,
    async ask(path, query) {
      for (const { pattern, handler } of routes) {
        const found = pattern.exec(path);
        if (!found) continue;
        const params = decoded(found.groups ?? {});
        if (params === undefined) return undefined;
        const { status = 200, body } = await handler({ queues, uiConfig, params, query, body: {}, headers: {} });
        return { status, body };
      }
      return undefined;
    },
  };
}

function reads({ method }: AppControllerRoute): boolean {
  return method === 'get';
}

function patterns({ route, handler }: AppControllerRoute): BoardRoute[] {
  return [route].flat().map((path) => ({
    pattern: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
    handler,
  }));
}

function decoded(groups: Readonly<Record<string, string>>): Record<string, string> | undefined {
  try {
    return Object.fromEntries(Object.entries(groups).map(([name, text]) => [name, decodeURIComponent(text)]));
  } catch {
    return undefined;
  }
}
