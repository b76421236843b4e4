/** The instants that a record carries of its own life, newest first; what has not happened yet is left out. */
export function momentsOf<F extends string>(
  record: Readonly<Partial<Record<F, string | null | undefined>>>,
  fields: readonly F[],
): { field: F; at: string }[] {
  return newestFirst(
    fields.flatMap((field) => {
      const at = record[field];
      return typeof at === 'string' && at !== '' ? [{ field, at }] : [];
    }),
  );
}

export const newestFirst = <M extends { at: string }>(moments: readonly M[]): M[] =>
  [...moments].sort((left, right) => right.at.localeCompare(left.at));
