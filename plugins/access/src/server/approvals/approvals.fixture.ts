import { databaseOf } from '@linggong/core';
import { tokenFor, type TokenOwner, type TokenTraits } from '../accounts/token-for';
import type { TestPlatform } from '../platform.fixture';

/** Requests of tests about second persons, and the rows that they look at. */
export interface Desk {
  /** A bearer token of an account of its own for each serial. */
  token(owner: TokenOwner, traits?: TokenTraits): Promise<string>;
  post(token: string, path: string, body?: object): Promise<{ status: number; body: Answer }>;
  get(token: string, path: string): Promise<{ status: number; body: Answer }>;
  approve(token: string, id: string): Promise<{ status: number; body: Answer }>;
  reject(token: string, id: string, reason: string): Promise<{ status: number; body: Answer }>;
  /** The pending request about a thing; the tests' accounts see it in their inbox. */
  waiting(token: string, what: string): Promise<Answer[]>;
}

/** What a test reads of an answer. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of many operations, as supertest gives them
export type Answer = any;

export function deskOf(platform: TestPlatform): Desk {
  const post: Desk['post'] = async (token, path, body = {}) => {
    const answer = await platform.http.post(`/api/v1${path}`).auth(token, { type: 'bearer' }).send(body);
    return { status: answer.status, body: answer.body };
  };
  const get: Desk['get'] = async (token, path) => {
    const answer = await platform.http.get(`/api${path}`).auth(token, { type: 'bearer' });
    return { status: answer.status, body: answer.body };
  };
  const decide = async (token: string, id: string, verdict: string, reason?: string) => {
    const seen = await get(token, `/v1/approvals/${id}`);
    const { seenSha256 } = seen.body.seenSha256 ? seen.body : { seenSha256: '0'.repeat(64) };
    return post(token, `/approvals/${id}/${verdict}`, { seenSha256, ...(reason ? { reason } : {}) });
  };
  return {
    token: (owner, traits) => tokenFor(platform.strapi, owner, traits),
    post,
    get,
    approve: (token, id) => decide(token, id, 'approve'),
    reject: (token, id, reason) => decide(token, id, 'reject', reason),
    waiting: async (token, what) => {
      const filter = encodeURIComponent(JSON.stringify({ what, state: ['pending'] }));
      return (await get(token, `/console/approvals?filter=${filter}`)).body;
    },
  };
}

export async function newEnterprise(platform: TestPlatform, id: number): Promise<void> {
  await databaseOf(platform.strapi).query(
    `INSERT INTO public.enterprises (id, number, name, uscc, state) VALUES ($1, $2, $2, $2, 'active')`,
    [id, `E${id}`],
  );
}

/** A key of a person for tests: a hash that no number has. */
export function keyOf(serial: number): string {
  return serial.toString(16).padStart(64, '0');
}
