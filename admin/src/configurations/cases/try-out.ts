import { caseDifferences, type AnyKind, type Evaluation, type Json, type TestCase } from '@linggong/studio/domain';

/** What a content answers to an input: an outcome, or what of the input cannot be asked. */
export type Tried = { ok: true; evaluation: Evaluation } | { ok: false; wrong: readonly string[] };

/** Evaluates here what the server would; undefined where the content itself is not whole. */
export function tryOut(kind: AnyKind, content: Json, input: Json): Tried | undefined {
  const whole = kind.content.safeParse(content);
  if (!whole.success || kind.faults(whole.data).length > 0) return undefined;
  const asked = kind.input(whole.data).safeParse(input);
  if (!asked.success)
    return { ok: false, wrong: [...new Set(asked.error.issues.map(({ path }) => path.map(String).join('.')))] };
  return { ok: true, evaluation: kind.evaluate(whole.data, asked.data) };
}

/** How a case stands by what is typed; undefined where that cannot be said. Differences are places in the expectation. */
export function verdictOf(testCase: TestCase, tried: Tried | undefined): readonly string[] | undefined {
  if (tried === undefined) return undefined;
  return tried.ok ? caseDifferences(testCase.expect, tried.evaluation.outcome) : ['input'];
}
