import type { FormValues } from '@linggong/studio/domain';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { call } from '../../provider';
import { useMay } from '../../session/use-me';

export interface KeptDraft {
  formVersionId: number;
  values: FormValues;
  savedAt: string;
}

export interface ServerDraft {
  /** What was kept before this page was opened; undefined where there is none, or it was dealt with. */
  found: KeptDraft | undefined;
  /** Everything that was typed is kept. */
  isKept: boolean;
  /** Keeps what stands now, two seconds after the last key; at once where the form is left before. */
  keep: (values: FormValues) => void;
  /** Says that the found draft was taken over, or throws it away. */
  close: (drop: boolean) => void;
  /** Keeps nothing more: the form is being sent. */
  stop: () => void;
}

const QUIET_MS = 2_000;

/** The draft of a form on the server (表单草稿), sealed there and seen by its author alone. */
export function useServerDraft(form: string, versionId: number | undefined): ServerDraft {
  const mayKeep = useMay()('own-form-draft', 'save');
  const path = `/api/v1/forms/${form}/draft`;
  const timer = useRef<number | undefined>(undefined);
  const [isClosed, setClosed] = useState(false);
  const [isKept, setKept] = useState(false);
  const { data } = useQuery({
    queryKey: ['form-draft', form],
    // The route answers with the schema `formDraftFound`.
    queryFn: async ({ signal }) => (await call(path, { signal })).json as { draft: KeptDraft | null },
    enabled: mayKeep && versionId !== undefined,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const pending = useRef<(() => void) | undefined>(undefined);
  const stop = (): void => {
    window.clearTimeout(timer.current);
    pending.current = undefined;
  };
  useSentOnLeaving(timer, pending);
  return {
    found: isClosed ? undefined : (data?.draft ?? undefined),
    isKept,
    stop,
    keep: (values) => {
      stop();
      setKept(false);
      if (!mayKeep || versionId === undefined || Object.keys(values).length === 0) return;
      pending.current = () => {
        pending.current = undefined;
        call(path, { method: 'PUT', body: { formVersionId: versionId, values } }).then(
          () => {
            setKept(true);
          },
          // A draft that cannot be kept keeps nobody from going on; leaving then asks.
          () => undefined,
        );
      };
      timer.current = window.setTimeout(pending.current, QUIET_MS);
    },
    close: (drop) => {
      setClosed(true);
      if (drop) call(`${path}/drop`, { method: 'POST' }).catch(() => undefined);
    },
  };
}

/** What was typed last goes out when the form is left, and while the browser asks whether the tab is to be closed. */
function useSentOnLeaving(timer: RefObject<number | undefined>, pending: RefObject<(() => void) | undefined>): void {
  useEffect(() => {
    const send = (): void => {
      window.clearTimeout(timer.current ?? undefined);
      pending.current?.();
    };
    window.addEventListener('beforeunload', send);
    window.addEventListener('pagehide', send);
    return () => {
      window.removeEventListener('beforeunload', send);
      window.removeEventListener('pagehide', send);
      send();
    };
  }, [timer, pending]);
}
