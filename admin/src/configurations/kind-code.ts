import type { AnyKind, Change, Json, KindName } from '@linggong/studio/domain';
import { useQuery } from '@tanstack/react-query';

/** The code of a kind, loaded with the first page that needs it; the same as runs in the server. */
export function useKind(name: KindName): AnyKind | undefined {
  return (
    useQuery({
      queryKey: ['kind', name],
      queryFn: async () => {
        const { kinds } = await import('@linggong/studio/domain');
        return kinds.find(({ kind }) => kind === name) ?? null;
      },
      staleTime: Infinity,
      gcTime: Infinity,
    }).data ?? undefined
  );
}

/** A content as its kind's functions take it; undefined where it is none of this kind. */
function contentOf(kind: AnyKind, content: Json): Json | undefined {
  const parsed = kind.content.safeParse(content);
  return parsed.success ? parsed.data : undefined;
}

/** Readable changes between two contents; before the first there is nothing, and everything was added. */
export function changesBetween(kind: AnyKind, before: Json | undefined, after: Json): Change[] {
  const [left, right] = [before === undefined ? undefined : contentOf(kind, before), contentOf(kind, after)];
  return right === undefined || (before !== undefined && left === undefined) ? [] : kind.changes(left, right);
}
