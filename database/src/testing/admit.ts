import type { BootedStrapi } from './boot-strapi';
import { reviewBody } from './review-body';

/**
 * Submits an application as an operator and approves it as a merchant reviewer: nobody approves what he submitted himself.
 * @throws Error where either is refused
 */
export async function admit(booted: BootedStrapi, enterpriseId: number): Promise<void> {
  for (const [role, action] of [
    ['operator', 'submit'],
    ['merchant-reviewer', 'approve'],
  ] as const) {
    const path = `/api/v1/enterprises/${enterpriseId}/${action}`;
    const token = await booted.token(role);
    const { status, text } = await booted.http.post(path).auth(token, { type: 'bearer' }).send(reviewBody(action));
    if (status !== 200) throw new Error(`${role} ${path}: ${status} ${text}`);
  }
}
