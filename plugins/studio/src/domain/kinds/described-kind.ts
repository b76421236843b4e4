import type { Text2 } from '@linggong/core/domain';
import { fieldChanges, fieldFaults, type AnyField, type Field } from '../fields';
import { defineKind, type AnyKind, type Evaluation, type Fault, type Json, type KindName } from '../kind';

/** A kind whose content and input are described by fields: its editor and the entry of its test cases follow from them. */
export interface DescribedKind extends AnyKind {
  readonly contentField: AnyField;
  inputField(content: Json): AnyField;
}

interface Description<Content, Input> {
  readonly kind: KindName;
  readonly name: Text2;
  readonly content: Field<Content>;
  input(content: Content): Field<Input>;
  /** Where a new one begins with more than empty fields. */
  readonly blank?: Content;
  /** Beyond what the description finds by itself. */
  faults(content: Content): Fault[];
  hints(content: Content): Fault[];
  evaluate(content: Content, input: Input): Evaluation;
}

/** Declares a kind by description. */
export function describedKind<Content, Input>(described: Description<Content, Input>): DescribedKind {
  const { kind, name, content, input, blank = content.empty } = described;
  const plain = defineKind<Content, Input, Json>({
    kind,
    name,
    content: content.schema,
    input: (value) => input(value).schema,
    blank: () => blank,
    faults: (value) => [...fieldFaults(content, value), ...described.faults(value)],
    hints: described.hints,
    changes: (before, after) => fieldChanges(content, before, after),
    evaluate: described.evaluate,
  });
  // As in `defineKind`: the content was parsed by its own schema before it comes here.
  return { ...plain, contentField: content, inputField: (value) => input(value as Content) };
}
