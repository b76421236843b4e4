import { setTimeout as wait } from 'node:timers/promises';
import type { Readable } from 'node:stream';
import type { SignalLine } from '@linggong/jobs';
import { createLiveStreams, type LiveStreams, type LiveView } from './live-streams';

const timing = { beatMs: 1_000, gapMs: 10, lifeMs: 5_000 };
const bounds = { ofAccount: 2, ofProcess: 3, unreadBytes: 2_000 };

type Listener = Parameters<SignalLine['hear']>[0];
const hearers = new Set<Listener>();
const line: Pick<SignalLine, 'hear'> = {
  hear: (listener) => {
    hearers.add(listener);
    return () => void hearers.delete(listener);
  },
};
const signal = (told: string): void => hearers.forEach((hear) => hear(told));

/** A view of a number that the test moves. */
function counter(): LiveView & { value: number; reads: number; isOpen: boolean; last: boolean } {
  const view = {
    value: 1,
    reads: 0,
    isOpen: true,
    last: false,
    concerns: (told: string) => told === 'mine',
    read: async () => {
      view.reads += 1;
      return { data: { value: view.value }, isLast: view.last };
    },
    isAdmitted: async () => view.isOpen,
  };
  return view;
}

const heard = (stream: Readable): { text: string } => {
  const got = { text: '' };
  stream.on('data', (piece) => (got.text += String(piece)));
  return got;
};
const progress = (value: number): string => `event: progress\ndata: {"value":${value}}\n\n`;
const ended = (reason: string): string => `event: end\ndata: {"reason":"${reason}"}\n\n`;

let streams: LiveStreams;
beforeEach(() => (streams = createLiveStreams({ line, timing, bounds })));
afterEach(async () => {
  streams.close();
  await wait(5);
  // Whatever a test did: nobody hears any more, nothing is open.
  expect([hearers.size, streams.count()]).toEqual([0, 0]);
});

it('tells all at first, then what changed, and nothing of what is not its own or stayed the same', async () => {
  const view = counter();
  const got = heard(streams.open(1, view));
  await wait(30);
  expect(got.text).toBe(progress(1));
  view.value = 2;
  signal('theirs');
  await wait(30);
  expect(view.reads).toBe(1);
  signal('mine');
  await wait(30);
  signal('mine');
  await wait(30);
  expect(got.text).toBe(progress(1) + progress(2));
});

it('reads once for many signals, and never loses the last', async () => {
  const view = counter();
  const got = heard(streams.open(1, view));
  await wait(30);
  for (let value = 2; value <= 50; value += 1) {
    view.value = value;
    signal('mine');
  }
  await wait(60);
  expect(view.reads).toBeLessThanOrEqual(3);
  expect(got.text.endsWith(progress(50))).toBe(true);
});

it('reads anew where the line was opened anew: something may have been missed', async () => {
  const view = counter();
  const got = heard(streams.open(1, view));
  await wait(30);
  view.value = 7;
  hearers.forEach((hear) => hear(undefined));
  await wait(30);
  expect(got.text).toBe(progress(1) + progress(7));
});

it('ends with what is over, and says so', async () => {
  const view = counter();
  view.last = true;
  const got = heard(streams.open(1, view));
  await wait(30);
  expect(got.text).toBe(progress(1) + ended('done'));
});

it('tells nothing more once the session has ended (R9.5)', async () => {
  const view = counter();
  const got = heard(streams.open(1, view));
  await wait(30);
  view.isOpen = false;
  view.value = 2;
  signal('mine');
  await wait(30);
  expect(got.text).toBe(progress(1) + ended('session'));
});

it('ends where it cannot read, and the page asks by itself', async () => {
  const view = { ...counter(), read: async () => Promise.reject(new Error('the database is away')) };
  const got = heard(streams.open(1, view));
  await wait(30);
  expect(got.text).toBe(ended('fault'));
});

it('beats, and ends in time to be opened anew', async () => {
  streams = createLiveStreams({ line, timing: { beatMs: 20, gapMs: 1, lifeMs: 70 }, bounds });
  const got = heard(streams.open(1, counter()));
  await wait(150);
  expect(got.text).toContain(': beat\n\n');
  expect(got.text.endsWith(ended('renew'))).toBe(true);
});

it('takes so many of an account and of all, and gives the place back', async () => {
  const first = streams.open(1, counter());
  streams.open(1, counter());
  expect(() => streams.open(1, counter())).toThrow(expect.objectContaining({ code: 'streams-busy', status: 503 }));
  streams.open(2, counter());
  expect(() => streams.open(3, counter())).toThrow(expect.objectContaining({ code: 'streams-busy' }));
  first.destroy();
  await wait(10);
  streams.open(1, counter());
  expect(streams.count()).toBe(3);
});

it('cuts who does not read', async () => {
  const view = {
    ...counter(),
    read: async () => ({ data: { text: 'x'.repeat(1_500), at: Math.random() }, isLast: false }),
  };
  streams.open(1, view);
  for (let round = 0; round < 6; round += 1) {
    signal('mine');
    await wait(20);
  }
  expect(streams.count()).toBe(0);
});
