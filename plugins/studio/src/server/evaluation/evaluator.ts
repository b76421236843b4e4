import { setImmediate as nextTurn } from 'node:timers/promises';
import { problem } from '@linggong/core/domain';
import { readContent, type Evaluation, type Json, type KindName, type Tried } from '../../domain';
import type { KindRegistry } from '../kinds/kind-registry';
import { evaluateFitting } from './evaluate-fitting';
import { tooSlow } from './too-slow';
import type { Trials } from './trials';

/** Time that the cases of a check, or one try, may take together, in ms. */
export const evaluationMsMax = 10_000;

/** Time after which others are let in between two evaluations, in ms. */
const TURN_MS = 20;

/** Evaluates contents (求值), within a bound of time. */
export interface Evaluator {
  /**
   * Outcomes in the order of the inputs; undefined where an input does not fit the content. The content has been read by its kind and has
   * no faults.
   * @throws Problem 422 `evaluation-too-slow`
   */
  tryAll(kind: KindName, content: Json, inputs: readonly unknown[], msMax?: number): Promise<readonly Tried[]>;
  /** The same for a draft that somebody is writing: where there is a thread for it, it is tried there, and ended with it. */
  tryDraft(kind: KindName, content: Json, inputs: readonly unknown[]): Promise<readonly Tried[]>;
}

/** @param trials where drafts are tried; absent, here */
export function createEvaluator(kinds: KindRegistry, trials?: Trials): Evaluator {
  return {
    async tryDraft(name, content, inputs) {
      if (trials) return trials.run({ kind: name, content, inputs }, evaluationMsMax);
      return evaluateFitting(kinds.of(name), content, inputs);
    },
    async tryAll(name, content, inputs, msMax = evaluationMsMax) {
      const kind = kinds.of(name);
      const shape = kind.input(content);
      const parsed = inputs.map((input) => shape.safeParse(input));
      const fitting = parsed.flatMap((one) => (one.success ? [one.data] : []));
      const engine = kinds.fastOf(name);
      const outcomes = engine
        ? await engine(content, fitting)
        : await inTurns(fitting, (input) => kind.evaluate(content, input), msMax);
      let next = 0;
      return parsed.map((one) => (one.success ? outcomes[next++] : undefined));
    },
  };
}

/** A kind bounds each evaluation by the shape of its content; here all of them together are bounded, and let others have their turn. */
async function inTurns(
  inputs: readonly Json[],
  evaluate: (input: Json) => Evaluation,
  msMax: number,
): Promise<Evaluation[]> {
  const outcomes: Evaluation[] = [];
  const began = performance.now();
  let turn = began;
  for (const input of inputs) {
    outcomes.push(evaluate(input));
    const now = performance.now();
    if (now - began > msMax) throw tooSlow();
    if (now - turn < TURN_MS) continue;
    await nextTurn();
    turn = performance.now();
  }
  return outcomes;
}

/** The content of a version as its kind reads it, where nothing is wrong with it. @throws Problem 409 `configuration-faulty` */
export function soundContent(kinds: KindRegistry, name: KindName, stored: unknown): Json {
  const kind = kinds.of(name);
  const read = readContent(kind, stored);
  const faults = read.ok ? kind.faults(read.content) : read.faults;
  const [first] = faults;
  if (read.ok && first === undefined) return read.content;
  throw problem(
    409,
    'configuration-faulty',
    {
      zh: `配置有 ${faults.length} 处问题：${first?.text.zh ?? ''}`,
      en: `The configuration has ${faults.length} fault(s): ${first?.text.en ?? ''}`,
    },
    {
      extra: { faults: faults.slice(0, 50) },
      fix: { zh: '请先改正所列问题', en: 'Correct what is listed first' },
    },
  );
}
