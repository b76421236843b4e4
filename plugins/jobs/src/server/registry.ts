import { problem } from '@linggong/core/domain';
import type { EventHandler, JobHandler } from '../jobs';

/** Who does what: handlers by job name, hearers by event type. Filled while plugins register, then only read. */
export interface Registry {
  handle(name: string, handler: JobHandler): void;
  on(type: string, hearer: string, handler: EventHandler): void;
  /** @throws Problem 503 `job-unknown`: another release may know the name, so the run is tried again later. */
  handlerOf(name: string): JobHandler;
  handles(name: string): boolean;
  /** @throws Problem 503 `hearer-unknown` */
  hearerOf(type: string, hearer: string): EventHandler;
  /** All registered pairs, [type, hearer]. */
  hearers(): readonly (readonly [string, string])[];
}

export function createRegistry(): Registry {
  const handlers = new Map<string, JobHandler>();
  const hearers = new Map<string, { type: string; hearer: string; handler: EventHandler }>();
  return {
    handle(name, handler) {
      if (handlers.has(name)) throw new Error(`job ${name} has a handler already`);
      handlers.set(name, handler);
    },
    on(type, hearer, handler) {
      const both = `${type} ${hearer}`;
      if (hearers.has(both)) throw new Error(`${hearer} hears ${type} already`);
      hearers.set(both, { type, hearer, handler });
    },
    handles: (name) => handlers.has(name),
    handlerOf(name) {
      const handler = handlers.get(name);
      if (handler) return handler;
      throw problem(503, 'job-unknown', { zh: `没有处理“${name}”的程序`, en: `Nothing handles "${name}" here` });
    },
    hearerOf(type, hearer) {
      const found = hearers.get(`${type} ${hearer}`);
      if (found) return found.handler;
      throw problem(503, 'hearer-unknown', {
        zh: `没有“${hearer}”接收“${type}”`,
        en: `Nothing named "${hearer}" hears "${type}" here`,
      });
    },
    hearers: () => [...hearers.values()].map(({ type, hearer }) => [type, hearer] as const),
  };
}
