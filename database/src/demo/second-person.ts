import type { ApiClient, Caller } from './api-client';

interface Asked {
  readonly approval?: { readonly id: string };
}

/** Does what may wait for a second person: where it was only asked for, another account looks at it and approves it. */
export async function postWithSecond(
  api: ApiClient,
  { maker, decider }: { readonly maker: Caller; readonly decider: Caller },
  path: string,
  body: object,
): Promise<void> {
  const { approval } = await api.post<Asked>(maker, path, body);
  if (approval === undefined) return;
  const place = `/v1/approvals/${approval.id}`;
  const { seenSha256 } = await api.get<{ seenSha256: string }>(decider, place);
  const { state } = await api.post<{ state: string }>(decider, `${place}/approve`, { seenSha256 });
  if (state !== 'executed') throw new Error(`${path} was approved and is ${state}`);
}
