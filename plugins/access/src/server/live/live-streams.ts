import { Readable } from 'node:stream';
import type { SignalLine } from '@linggong/jobs';
import { answerJson } from '../http/problem-answer';
import { streamsBusy } from './problems';

/** What a stream shows now. */
export interface Snapshot {
  /** JSON of the declared schema; sent whole each time that it differs from the last. */
  readonly data: unknown;
  /** Nothing more will come: the stream says so and ends. */
  readonly isLast: boolean;
}

/** What somebody watches. */
export interface LiveView {
  /** Whether a signal of the line is about it; to be wrong costs one reading. */
  concerns(signal: string): boolean;
  read(): Promise<Snapshot>;
  /** Asked before each event: whether the session still lives, with the rights with which the stream was opened. */
  isAdmitted(): Promise<boolean>;
}

/** Why a stream ends: what was watched is over, the session is, or it lived long enough and is to be opened anew. */
export type StreamEnd = 'done' | 'session' | 'renew' | 'fault';

export interface LiveTiming {
  /** A comment at least so often, so that proxies keep the line and a client knows that it is not cut; it is also read anew then. */
  readonly beatMs: number;
  /** Between two readings: a check writes its progress more often than eyes can follow. */
  readonly gapMs: number;
  readonly lifeMs: number;
}

export interface LiveBounds {
  readonly ofAccount: number;
  readonly ofProcess: number;
  /** Bytes that a client may leave unread before its stream is cut. */
  readonly unreadBytes: number;
}

export const liveTiming: LiveTiming = { beatMs: 15_000, gapMs: 300, lifeMs: 900_000 };
export const liveBounds: LiveBounds = { ofAccount: 8, ofProcess: 500, unreadBytes: 262_144 };

/** Server-sent events (服务器推送) of this process. */
export interface LiveStreams {
  /** @throws Problem 503 `streams-busy` */
  open(accountId: number, view: LiveView): Readable;
  count(): number;
  /** Ends all of them, so that the server can stop. */
  close(): void;
}

interface Options {
  readonly line: Pick<SignalLine, 'hear'>;
  readonly timing?: LiveTiming;
  readonly bounds?: LiveBounds;
}

/** The streams of one process over one line of signals. A client that went away takes its stream, timers and hearing with it. */
export function createLiveStreams({ line, timing = liveTiming, bounds = liveBounds }: Options): LiveStreams {
  const open = new Map<Readable, number>();
  const ofAccount = (accountId: number): number => [...open.values()].filter((id) => id === accountId).length;
  return {
    open(accountId, view) {
      if (open.size >= bounds.ofProcess || ofAccount(accountId) >= bounds.ofAccount) throw streamsBusy();
      const stream = liveStream(line, view, timing, bounds.unreadBytes);
      open.set(stream, accountId);
      stream.once('close', () => open.delete(stream));
      return stream;
    },
    count: () => open.size,
    close: () => [...open.keys()].forEach((stream) => stream.destroy()),
  };
}

function liveStream(line: Options['line'], view: LiveView, timing: LiveTiming, unreadBytes: number): Readable {
  const stream = new Readable({ read: () => undefined });
  const end = (reason: StreamEnd): void => {
    if (stream.destroyed || stream.readableEnded) return;
    stream.push(`event: end\ndata: ${JSON.stringify({ reason })}\n\n`);
    stream.push(null);
    leave();
  };
  const send = (text: string): void => {
    if (stream.readableLength > unreadBytes) stream.destroy();
    else stream.push(text);
  };
  const wake = oneAtATime(timing.gapMs, async () => {
    try {
      if (over) return;
      if (!(await view.isAdmitted())) return end('session');
      const { data, isLast } = await view.read();
      if (over) return;
      const json = answerJson(data);
      if (json !== told) send(`event: progress\ndata: ${json}\n\n`);
      told = json;
      if (isLast) end('done');
    } catch {
      // The page goes on asking by itself, and hears there what is wrong.
      end('fault');
    }
  });
  let told: string | undefined;
  let over = false;
  const beat = setInterval(() => {
    send(': beat\n\n');
    wake();
  }, timing.beatMs);
  const life = setTimeout(() => end('renew'), timing.lifeMs);
  const unhear = line.hear((signal) => {
    if (signal === undefined || view.concerns(signal)) wake();
  });
  function leave(): void {
    over = true;
    clearInterval(beat);
    clearTimeout(life);
    unhear();
  }
  stream.once('close', leave);
  wake();
  return stream;
}

/** Runs `work` at once, and once more after the gap where it was asked for meanwhile: never two at a time, never none. */
function oneAtATime(gapMs: number, work: () => Promise<void>): () => void {
  let isBusy = false;
  let again = false;
  const run = (): void => {
    isBusy = true;
    again = false;
    void work().finally(() => {
      setTimeout(() => {
        isBusy = false;
        if (again) run();
      }, gapMs).unref();
    });
  };
  return () => {
    if (isBusy) again = true;
    else run();
  };
}
