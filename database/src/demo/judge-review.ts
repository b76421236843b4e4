import type { ApiClient, Caller } from './api-client';

interface Review {
  readonly criteria: readonly { readonly id: string }[];
}

/** What a reviewer says who found that everything holds, by the criteria that the review goes by (R2.6). */
export async function allHolds(api: ApiClient, reviewer: Caller, subject: string): Promise<object> {
  const { criteria } = await api.get<Review>(reviewer, `/v1/${subject}/reviews`);
  return { criteria: criteria.map(({ id }) => ({ id, holds: true })) };
}
