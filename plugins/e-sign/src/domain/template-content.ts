import type { TemplateContent } from '@linggong/studio/domain';
import type { ContractKind, Template } from './template';
import { firstTemplates } from './templates';

/** What opens a contract and what closes it have no article number; they stand first and last under these names. */
export const openingId = 'preamble';
export const closingId = 'closing';
export const textsOfFrame: readonly string[] = [openingId, closingId];

/** Key of the configuration that holds the text of a kind of contract: `contracts.worker-service`. */
export function textKey(kind: ContractKind): string {
  return `contracts.${kind}`;
}

/** What the sender of a kind of contract fills in, whatever an operator writes; who the worker is stays sealed. */
export function senderVariables(kind: ContractKind): Template['variables'] {
  const first = firstTemplates.find((template) => template.kind === kind);
  if (first === undefined) throw new RangeError(`no text of ${kind}`);
  return first.variables;
}

/** A contract text as the Studio keeps it. Samples are made up. */
export function contentOfTemplate(template: Template, samples: Readonly<Record<string, string>>): TemplateContent {
  const { title, preamble, clauses, closing, variables } = template;
  const without = { zh: '', en: '' };
  return {
    purpose: 'contract',
    title,
    sections: [
      { id: openingId, heading: without, body: preamble },
      ...clauses,
      { id: closingId, heading: without, body: closing },
    ],
    variables: variables.map(({ name, label }) => ({ name, label, sample: samples[name] ?? name })),
  };
}

/**
 * The contract text that a content of the Studio says: its first section opens, its last closes, those between are the articles.
 * @param version number of the version, which stands on the paper
 * @throws Error where the content is no contract text: `judgeText` keeps such a one from coming into force
 */
export function templateOf(kind: ContractKind, version: number, content: TemplateContent): Template {
  const { title, sections } = content;
  const [opening, ...rest] = sections;
  const closing = rest.at(-1);
  if (opening?.id !== openingId || closing?.id !== closingId) throw new Error(`${textKey(kind)} v${version}: no text`);
  const clauses = rest.slice(0, -1).map(({ id, heading, body }) => ({ id, heading, body }));
  const personalOf = new Map(senderVariables(kind).map(({ name, personal }) => [name, personal]));
  return {
    code: kind,
    version,
    kind,
    title,
    preamble: opening.body,
    clauses,
    closing: closing.body,
    variables: content.variables.map(({ name, label }) => {
      const personal = personalOf.get(name);
      return { name, label, ...(personal && { personal }) };
    }),
  };
}
