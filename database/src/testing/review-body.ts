interface ReviewBody {
  readonly criteria?: readonly { readonly id: string; readonly holds: boolean }[];
}

const judged = (holds: boolean, ...ids: readonly string[]): ReviewBody => ({
  criteria: ids.map((id) => ({ id, holds })),
});

const bodies: Readonly<Record<string, ReviewBody>> = {
  approve: judged(true, 'A-01', 'A-02', 'A-03', 'A-04', 'A-06'),
  reject: judged(false, 'A-05'),
  publish: judged(true, 'B-01', 'B-02', 'B-03', 'B-06'),
  return: judged(false, 'B-05'),
  accept: judged(true, 'C-01', 'C-02', 'C-03'),
};

/** The criteria that an action of enterprises, tasks or engagements cites (R2.6), by those of the first day; nothing where it decides nothing. */
export function reviewBody(action: string): ReviewBody {
  return bodies[action] ?? {};
}
