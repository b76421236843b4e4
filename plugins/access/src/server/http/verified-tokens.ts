/** What a token says: the session that it names, and when it ends (seconds since 1970, RFC 7519 `exp`). */
export interface TokenPayload {
  readonly sid?: unknown;
  readonly exp?: unknown;
}

const TOKENS_MAX = 2_000;

/**
 * Tokens whose signature held: a signature that held once holds for good, so it is not computed again at each request. What may
 * change – the session, its account, the role – is no part of it and is asked of the database every time. The oldest leaves first.
 */
export class VerifiedTokens {
  private readonly sessions = new Map<string, { readonly sid: string; readonly endsAt: number }>();

  /** @returns the session of a token that was verified and has not ended, else undefined: then it is to be verified */
  sessionOf(token: string, now: Date): string | undefined {
    const known = this.sessions.get(token);
    return known && known.endsAt > now.getTime() ? known.sid : undefined;
  }

  /** @returns the session that a verified token names; one without an end is not kept */
  keep(token: string, { sid, exp }: TokenPayload): string | undefined {
    if (typeof sid !== 'string') return undefined;
    if (typeof exp === 'number') {
      const oldest = this.sessions.size < TOKENS_MAX ? undefined : this.sessions.keys().next().value;
      if (oldest !== undefined) this.sessions.delete(oldest);
      this.sessions.set(token, { sid, endsAt: exp * 1_000 });
    }
    return sid;
  }
}
