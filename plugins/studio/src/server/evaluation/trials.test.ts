import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createTrials, type Trials } from './trials';

/** A thread that answers what it is asked, never ends on `hang`, and dies on `die`. */
const thread = `const { parentPort } = require('node:worker_threads');
parentPort.on('message', ({ inputs }) => {
  if (inputs[0] === 'hang') for (;;);
  if (inputs[0] === 'die') throw new Error('dead');
  parentPort.postMessage(inputs.map((input) => ({ outcome: input, trace: [] })));
});`;

let folder: string;
let trials: Trials;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'studio-trials-'));
  await writeFile(path.join(folder, 'thread.js'), thread);
  trials = createTrials(path.join(folder, 'thread.js'));
});
afterAll(async () => {
  await trials?.close();
  await rm(folder, { recursive: true, force: true });
});

const run = (input: string, msMax = 20_000) => trials.run({ kind: 'checklist', content: null, inputs: [input] }, msMax);

it('stops an evaluation that never ends, and tries the next one (R13.1)', async () => {
  const outcomes = await Promise.allSettled([run('one'), run('again'), run('hang', 200), run('die'), run('two')]);
  expect(outcomes).toEqual([
    { status: 'fulfilled', value: [{ outcome: 'one', trace: [] }] },
    { status: 'fulfilled', value: [{ outcome: 'again', trace: [] }] },
    { status: 'rejected', reason: expect.objectContaining({ status: 422, code: 'evaluation-too-slow' }) },
    { status: 'rejected', reason: expect.objectContaining({ code: 'evaluation-too-slow' }) },
    { status: 'fulfilled', value: [{ outcome: 'two', trace: [] }] },
  ]);
});
