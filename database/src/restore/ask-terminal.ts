import { createInterface } from 'node:readline/promises';
import { StartProblem } from '../start-problem';
import type { Ask } from './two-administrators';

/**
 * Questions to whoever sits at this terminal. Codes are seen as they are typed: each opens once, and not later than in a minute. Where the
 * answers end (Ctrl-C, Ctrl-D, no terminal at all) a question would wait for ever, and the process end with its work half done.
 */
export function askTerminal(
  input: NodeJS.ReadableStream = process.stdin,
  output: NodeJS.WritableStream = process.stdout,
): { readonly ask: Ask; close(): void } {
  const lines = createInterface({ input, output });
  const ended = new Promise<never>((_resolve, reject) => lines.once('close', () => reject(noAnswer())));
  ended.catch(() => undefined);
  const answer = (question: string): Promise<string> =>
    lines.question(question).catch(() => {
      throw noAnswer();
    });
  return { ask: (question) => Promise.race([answer(question), ended]), close: () => lines.close() };
}

function noAnswer(): StartProblem {
  return new StartProblem({
    zh: '没有收到回答，恢复已取消，已恢复的内容已移除。',
    en: 'There was no answer: nothing is restored, and what was is removed.',
  });
}
