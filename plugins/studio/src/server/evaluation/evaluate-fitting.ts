import type { AnyKind, Json, Tried } from '../../domain';

/** Outcomes in the order of the inputs; undefined where an input does not fit the content. */
export function evaluateFitting(kind: AnyKind, content: Json, inputs: readonly unknown[]): Tried[] {
  const shape = kind.input(content);
  return inputs.map((input) => {
    const parsed = shape.safeParse(input);
    return parsed.success ? kind.evaluate(content, parsed.data) : undefined;
  });
}
