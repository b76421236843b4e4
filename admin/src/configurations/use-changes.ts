import type { Change, KindName } from '@linggong/studio/domain';
import { useMemo } from 'react';
import { changesBetween, useKind } from './kind-code';
import { useOtherVersion } from './use-version';

/** Readable changes from one version to another; undefined while one of them is on its way. */
export function useChanges(kind: KindName, from: number | undefined, to: number | undefined): Change[] | undefined {
  const code = useKind(kind);
  const before = useOtherVersion(from);
  const after = useOtherVersion(to);
  return useMemo(
    () =>
      code === undefined || before === undefined || after === undefined
        ? undefined
        : changesBetween(code, before.content, after.content),
    [code, before, after],
  );
}
