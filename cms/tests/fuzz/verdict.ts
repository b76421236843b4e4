import type { Received, SentRequest } from './call';

/** Words of a stack, a statement, a driver or a path: nobody outside has to read them. */
const inner =
  /node_modules|\bat [\w.<>]+ \(|syntax error at|relation "|violates \w+ constraint|\bSELECT .* FROM\b|\/dist\/|\/root\//;

const bounds: ReadonlySet<string> = new Set(['streams-busy', 'verification-busy']);

/**
 * What is wrong with an answer whatever was asked: a fault of ours, a refusal that is no problem detail, or one that tells what is
 * inside. Strapi's panel has refusals of its own form. @returns undefined where nothing is
 */
export function faultOf(answer: Received, form: 'problem' | 'any' = 'problem'): string | undefined {
  const { status, headers, text } = answer;
  if (status === 0) return `no answer: ${text}`;
  // A bound of what is looked at or streamed together is an answer: it says when to come again. The limits before it are lifted here.
  if (status === 503 && bounds.has(codeOf(text)) && headers['retry-after'] !== undefined) return undefined;
  if (status >= 500) return `status ${status} ${codeOf(text)}`;
  // Node's own parser refuses headers that are too large before anything of ours runs, in a line without a body.
  if (status < 400 || status === 431) return undefined;
  if (form === 'problem' && !String(headers['content-type']).startsWith('application/problem+json')) {
    return `status ${status} is no problem detail: ${text.slice(0, 80)}`;
  }
  return inner.test(text) ? `tells what is inside: ${text.slice(0, 200)}` : undefined;
}

function codeOf(text: string): string {
  return /"code":"([\w-]+)"/.exec(text)?.[1] ?? text.slice(0, 80);
}

/** One line that lets somebody send it again. */
export function told({ method, target, headers, body }: SentRequest): string {
  const type = headers['Content-Type'] ?? '';
  return `${method} ${target.slice(0, 300)} ${type} ${body?.toString('utf8').slice(0, 400) ?? ''}`;
}
