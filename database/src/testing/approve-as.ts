import type { BootedStrapi } from './boot-strapi';

/**
 * Looks at a request that waits for a second person, as an account of a role that decides, and approves it; what its maker redeems himself
 * is then his to take.
 * @throws Error where it is not done
 */
export async function approveAs(booted: BootedStrapi, role: string, approvalId: string): Promise<void> {
  const token = await booted.token(role);
  const place = `/api/v1/approvals/${approvalId}`;
  const { body: shown } = await booted.http.get(place).auth(token, { type: 'bearer' });
  const sent = { seenSha256: shown.seenSha256 };
  const { body: decided } = await booted.http.post(`${place}/approve`).auth(token, { type: 'bearer' }).send(sent);
  if (decided.state === (shown.mode === 'redeem' ? 'approved' : 'executed')) return;
  throw new Error(
    `${role} approved ${approvalId}, and it is ${decided.state ?? decided.code}: ${JSON.stringify(decided.problem)}`,
  );
}

/** Sends what may wait for a second person, and has that one approve it. @throws Error where it is refused */
export async function postByTwo(
  booted: BootedStrapi,
  { maker, decider }: { readonly maker: string; readonly decider: string },
  path: string,
  body: object,
): Promise<void> {
  const token = await booted.token(maker);
  const answer = await booted.http.post(path).auth(token, { type: 'bearer' }).send(body);
  if (answer.status >= 400) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  if (answer.status === 202) await approveAs(booted, decider, answer.body.approval.id);
}
