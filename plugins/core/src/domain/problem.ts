/** A text in the two languages of the house. Chinese comes first. */
export interface Text2 {
  zh: string;
  en: string;
}

export interface ProblemDetails {
  /** Path of the offending field in the input, such as `lines.3.grossFen`. */
  field?: string;
  /** What the reader should do now. */
  fix?: Text2;
  /** Machine-readable facts, such as the new quote of a 409. Never personal data. */
  extra?: Record<string, unknown>;
}

/**
 * An expected refusal that reaches the caller as RFC 9457 problem details. `code` is stable and documented; texts name
 * what is wrong, where, and what to do, and never carry personal data.
 */
export class Problem extends Error {
  readonly field: string | undefined;
  readonly fix: Text2 | undefined;
  readonly extra: Record<string, unknown> | undefined;

  constructor(
    readonly status: number,
    readonly code: string,
    readonly text: Text2,
    details: ProblemDetails = {},
  ) {
    super(`${code}: ${text.en}`);
    this.name = 'Problem';
    this.field = details.field;
    this.fix = details.fix;
    this.extra = details.extra;
  }
}

/** Shorthand for `new Problem(…)`, so that call sites read as `throw problem(409, …)`. */
export function problem(status: number, code: string, text: Text2, details?: ProblemDetails): Problem {
  return new Problem(status, code, text, details);
}

/** 404 for a thing that is not there, or that the caller may not know of; the two are not told apart. */
export function notFound(kind: Text2): Problem {
  return problem(404, 'not-found', { zh: `没有找到该${kind.zh}`, en: `No such ${kind.en}` });
}
