import { fieldFaults, InputProblem } from '@linggong/access';
import type { Queryable } from '@linggong/core';
import { soundContent } from '../evaluation/evaluator';
import type { StudioTools } from '../tools';
import { readContentOf, readVersion } from '../versions/version-rows';
import { demandShape } from './demand-shape';

/** What is tried: an input, and the content where it is not saved yet. */
interface Try {
  readonly input?: unknown;
  readonly content?: unknown;
}

/**
 * What a version would answer (试算). Nothing is kept.
 * @throws Problem 404; 400 `input-invalid`, `configuration-content`; 409 `configuration-faulty`; 422 `evaluation-too-slow`
 */
export async function tryVersion(
  { kinds, evaluator }: StudioTools,
  db: Queryable,
  id: number,
  { input, content: unsaved }: Try,
): Promise<{ outcome: unknown; trace: { zh: string; en: string }[] }> {
  const { kind: name } = await readVersion(db, id);
  const kind = kinds.of(name);
  const stored = unsaved === undefined ? (await readContentOf(db, id)).content : demandShape(kind, unsaved);
  const content = soundContent(kinds, name, stored);
  const parsed = kind.input(content).safeParse(input);
  if (!parsed.success) throw new InputProblem(fieldFaults(parsed.error.issues, 'input'));
  const [tried] = await evaluator.tryDraft(name, content, [input]);
  if (tried === undefined) throw new Error('an input that fits was not evaluated');
  return { outcome: tried.outcome, trace: tried.trace.slice(0, traceMax) };
}

/** Longest trace that is shown of a try. */
const traceMax = 200;
