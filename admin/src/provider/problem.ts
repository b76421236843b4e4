/** What the server says when it refuses (RFC 9457). `title`, `detail` and `fix` come in the language of the request. */
export interface ProblemBody {
  code: string;
  status: number;
  title: string;
  detail?: string;
  field?: string;
  fix?: string;
  /** Number to quote to support; it finds the request in the log. */
  traceId?: string;
  [extra: string]: unknown;
}

/** A refusal or a fault of the server. The message is its title, fit to be shown to a person. */
export class ProblemError extends Error {
  readonly problem: ProblemBody;
  /** What react-admin looks at: the status decides about signing out, the body carries faults of fields. */
  readonly status: number;
  readonly body: ProblemBody;

  constructor(problem: ProblemBody) {
    super(problem.title);
    this.problem = problem;
    this.status = problem.status;
    this.body = problem;
  }
}

/** The network gave no answer at all. */
export class UnreachableError extends Error {
  readonly status = 0;
  readonly body = {};

  constructor() {
    super('problem.unreachable');
  }
}

/** Is it an object with names? */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** There is nothing behind the address: no such row, or an id that no row can have. */
export function isNothing(error: unknown): boolean {
  if (!isRecord(error)) return false;
  if (error['status'] === 404) return true;
  const body = isRecord(error['body']) ? error['body'] : {};
  return error['status'] === 400 && body['code'] === 'input-invalid' && body['field'] === 'id';
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/**
 * Makes a problem of whatever body came with a failing status: our problem+json, Strapi's own `{error: {message}}`,
 * or nothing readable (a proxy's page), for which the title is a translation key of ours.
 */
export function problemOf(status: number, body: unknown): ProblemBody {
  const own = isRecord(body) ? body : {};
  const strapi = isRecord(own['error']) ? own['error'] : {};
  const known = ['code', 'title', 'detail', 'field', 'fix', 'traceId'] as const;
  const texts: Partial<Record<(typeof known)[number], string>> = {};
  for (const name of known) {
    const text = textOf(own[name]);
    if (text !== undefined) texts[name] = text;
  }
  return {
    ...own,
    ...texts,
    status,
    code: texts.code ?? `http-${String(status)}`,
    title: texts.title ?? textOf(strapi['message']) ?? titleKey(status),
  };
}

function titleKey(status: number): string {
  if (status === 401) return 'problem.signedOut';
  if (status === 403) return 'problem.forbidden';
  if (status === 404) return 'problem.notFound';
  if (status === 413) return 'problem.tooLarge';
  if (status === 429) return 'problem.tooMany';
  // A server that starts, or a proxy before it: what was sent bears a key, so that sending it again does nothing twice.
  if (status >= 502 && status <= 504) return 'problem.unavailable';
  return 'problem.server';
}

/** The number to quote to support. A refusal explains itself; only a fault is looked up in the log. */
export function traceOf({ status, traceId }: Record<string, unknown>): string | undefined {
  return typeof status === 'number' && status < 500 ? undefined : textOf(traceId);
}
