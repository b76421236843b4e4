import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { LimitName, Role } from '@linggong/config/access';
import type { Command, Queryable } from '@linggong/core';
import type { Text2 } from '@linggong/core/domain';
import type { z } from 'zod';
import type { RowScope } from '../../domain/row-scope';
import type { Account, Locale } from './account';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type ObjectSchema = z.ZodObject;

/** An answer that is not JSON: a file or a page, streamed as it is. */
export interface BinaryAnswer {
  readonly binary: true;
  readonly contentType: string;
}

/** Declares a file answer, such as `answers: { 200: binary('application/pdf') }`. */
export function binary(contentType: string): BinaryAnswer {
  return { binary: true, contentType };
}

export type AnswerSchemas = Readonly<Record<number, z.ZodType | BinaryAnswer>>;

type BodyOf<S> = S extends z.ZodType ? z.input<S> : Readable | Buffer;

/** One of the declared answers of a route, with the status that belongs to it. */
export type AnswerOf<A extends AnswerSchemas> = {
  [S in keyof A & number]: {
    readonly status: S;
    readonly body: BodyOf<A[S]>;
    readonly headers?: Record<string, string>;
  };
}[keyof A & number];

/** The HTTP side of a call, for the few handlers that need it. */
export interface Exchange {
  /** The raw request: the unread body of `upload` routes. */
  readonly request: IncomingMessage;
  readonly locale: Locale;
  readonly address: string;
  header(name: string): string | undefined;
}

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler is given: everything parsed, the caller known, the rows he may touch told. */
export interface Call<P = unknown, Q = unknown, B = unknown, Anyone = undefined, Answer = LooseAnswer> {
  readonly strapi: Core.Strapi;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly account: Anyone extends true ? undefined : Account;
  readonly scope: RowScope;
  /** The elevation (提权) under which it is made, of an operation that says by `elevated` what it looks at. */
  readonly elevation?: { readonly id: string };
  readonly command: Command;
  readonly http: Exchange;
  /**
   * Stores the answer under the caller's Idempotency-Key in the transaction that does the work: effect and answer are
   * one commit, so that no crash between them can make a repeated request act twice. Does nothing without a key.
   * @param bodySha256 what `digest` of the route would give of the body that was received
   */
  remember(tx: Queryable, answer: Answer, bodySha256?: string): Promise<void>;
}

/** What a second person is shown of an operation that waits for him: both states masked. */
export interface Shown {
  readonly subject: { readonly id: number | string; readonly label: string };
  readonly before: unknown;
  readonly after: unknown;
  /** The role that is given by it, where one is: the first account of a deciding role has nobody of it to decide. */
  readonly grants?: Role;
  /** The part of the action, where the matrix has other deciders for it. */
  readonly aspect?: string;
}

/**
 * That the business decides by this operation about a request that waits natively: `action` is the marked line of the same
 * resource, `params.id` the row. `by-action`: `params.action` is the verdict.
 */
export interface Decides {
  readonly action: string;
  readonly verdict: 'approve' | 'reject' | 'by-action';
}

/** What an operation looks at in clear, and which elevation lets it: one of that resource which holds that action. */
export interface ClearLook {
  readonly resource: string;
  readonly action: string;
  readonly id: number;
  readonly field: string;
}

/** Of an operation that a live elevation may open, or for which it may stand in the place of the second person. */
export interface Elevated<C = Call> {
  looksAt(call: C): ClearLook;
  /** The part of the action as the matrix parts it among deciders; undefined where nothing of it lies within the scope of the call. */
  aspect(call: C): Promise<string | undefined>;
}

export interface LooseAnswer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Record<string, string>;
}

export interface RouteSpec<
  P extends ObjectSchema | undefined,
  Q extends ObjectSchema | undefined,
  B extends z.ZodType | undefined,
  A extends AnswerSchemas,
  Anyone extends true | undefined,
> {
  readonly method: Method;
  /** Below the router's prefix, such as `/orders/:id`. */
  readonly path: string;
  /** Line of the permission matrix. A `public` route names them too: they are the operation's name in the document. */
  readonly resource: string;
  readonly action: string;
  readonly summary: Text2;
  /** A paragraph for the API document. */
  readonly description?: Text2;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly answers: A;
  /** Largest JSON body in bytes; 1 MiB where it is not said. */
  readonly bodyBytesMax?: number;
  /** The handler reads the body itself from `http.request`; nothing has touched the stream. */
  readonly upload?: true | readonly string[];
  /**
   * What the handler of an upload parses by itself, by media type, for the document: a JSON body, or the text fields of a
   * form beside its `file`.
   */
  readonly uploadBodies?: Readonly<Record<string, z.ZodType>>;
  /**
   * Of an upload: reads the whole body and gives a SHA-256 (hex) of what it means. Asked where its Idempotency-Key has an
   * answer already, since a key with another body is a conflict; the first time the handler tells it with `remember`.
   */
  readonly digest?: (request: IncomingMessage) => Promise<string>;
  /** Anybody may call it, signed in or not. */
  readonly public?: Anyone;
  /** The handler calls `remember` in its transaction; a lost first attempt may then safely be made again. */
  readonly remembers?: true;
  readonly decides?: Decides;
  /**
   * Of an operation that waits for a second person: what he is shown. `rehearsed` is the answer that it would have given; it is
   * undefined where only `before` is asked for again.
   */
  shows?(call: Call<Parsed<P>, Parsed<Q>, Parsed<B>, Anyone>, rehearsed: unknown): Promise<Shown>;
  /**
   * Of one that is done for its maker: which fields of `before` move by themselves, such as balances. They are shown as they stood when it
   * was asked, and not compared when it is decided; what depends on them, the operation refuses when it is done.
   */
  moving?(field: string): boolean;
  /** Of an operation that waits unless the call is small: whether it is. */
  isSmall?(call: Call<Parsed<P>, Parsed<Q>, Parsed<B>, Anyone>): boolean | Promise<boolean>;
  readonly elevated?: Elevated<Call<Parsed<P>, Parsed<Q>, Parsed<B>, Anyone>>;
  /**
   * Input or answer is a secret: nothing of it is kept under an Idempotency-Key, not even a hash that could be guessed at. One that
   * `remembers` as well makes its effect one commit with the end of the approval that it spends, and remembers no more than that.
   */
  readonly unkept?: true;
  /** The bound of its calls, by account or address (`config/src/access/rate-limits.ts`); `public` where anybody may call. */
  readonly limit?: LimitName;
  handle(call: Call<Parsed<P>, Parsed<Q>, Parsed<B>, Anyone, AnswerOf<NoInfer<A>>>): Promise<AnswerOf<NoInfer<A>>>;
}

/** A route whose schemas have been checked and whose types have been forgotten: what routers and the document work on. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly resource: string;
  readonly action: string;
  readonly summary: Text2;
  readonly description?: Text2;
  readonly params?: ObjectSchema;
  readonly query?: ObjectSchema;
  readonly body?: z.ZodType;
  readonly answers: AnswerSchemas;
  readonly bodyBytesMax?: number;
  readonly upload?: true | readonly string[];
  readonly uploadBodies?: Readonly<Record<string, z.ZodType>>;
  readonly digest?: (request: IncomingMessage) => Promise<string>;
  readonly public?: true | undefined;
  readonly remembers?: true;
  readonly decides?: Decides;
  shows?(call: Call, rehearsed: unknown): Promise<Shown>;
  moving?(field: string): boolean;
  isSmall?(call: Call): boolean | Promise<boolean>;
  readonly elevated?: Elevated;
  readonly unkept?: true;
  readonly limit?: LimitName;
  handle(call: Call): Promise<LooseAnswer>;
}
