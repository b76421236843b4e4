import { useCallback, useEffect, useMemo, useState } from 'react';
import { draftName, dropDraft } from '../parts/form-draft';
import { useLeaveGuard } from '../parts/leave-guard';
import { isRecord } from '../provider';
import { useMe } from '../session/use-me';
import type { VersionAnswered } from './configuration';
import { versionApi } from './version-api';
import { copyOf, differs, readCopy, unsavedAfter, writeCopy, type WorkingCopy } from './working-copy';

/** How the last saving went. */
export type Saving =
  | { at: 'idle' }
  | { at: 'saving' }
  | { at: 'refused'; error: unknown }
  /** Somebody else saved meanwhile: what stands there now. */
  | { at: 'conflict'; theirs: VersionAnswered };

export interface Working {
  copy: WorkingCopy;
  dirty: boolean;
  /** Typed before in this tab, found again and not saved. */
  restored: boolean;
  saving: Saving;
  change: (part: Partial<WorkingCopy>) => void;
  save: () => void;
  /** Forgets what was typed and takes what is saved. */
  takeSaved: (saved: VersionAnswered) => void;
  /** Saves what was typed over what somebody else saved. */
  putOnTop: (theirs: VersionAnswered) => void;
  settle: () => void;
}

/** The editing of a version in this tab: kept until saved, guarded against leaving, saved by the revision it began with. */
export function useWorkingCopy(
  version: VersionAnswered,
  editable: boolean,
  put: (saved: VersionAnswered) => void,
): Working {
  const identifier = useMe()?.account.identifier ?? '';
  const name = draftName(identifier, `/configuration-versions/${version.id.toString()}`);
  const [found] = useState(() => (editable ? readCopy(sessionStorage, name) : undefined));
  const [typed, setTyped] = useState<WorkingCopy | undefined>(
    found !== undefined && differs(found, version) ? found : undefined,
  );
  const [restored, setRestored] = useState(typed !== undefined);
  const [saving, setSaving] = useState<Saving>({ at: 'idle' });
  const copy = useMemo(() => typed ?? copyOf(version), [typed, version]);
  const dirty = useMemo(() => editable && typed !== undefined && differs(typed, version), [editable, typed, version]);
  useLeaveGuard(dirty);
  useKept(name, dirty ? copy : undefined);
  const taken = useCallback(
    (saved: VersionAnswered, sent?: WorkingCopy) => {
      setTyped((now) => (sent === undefined ? undefined : unsavedAfter(now, sent, saved)));
      setRestored(false);
      setSaving({ at: 'idle' });
      put(saved);
    },
    [put],
  );
  const send = (revision: number): void => {
    setSaving({ at: 'saving' });
    versionApi.save(version.id, revision, { content: copy.content, cases: copy.cases, note: copy.note }).then(
      (saved) => {
        taken(saved, copy);
      },
      (error: unknown) => {
        void refusedBy(version.id, error).then(setSaving);
      },
    );
  };
  return {
    copy,
    dirty,
    restored,
    saving,
    change: (part) => {
      setTyped((now) => ({ ...(now ?? copy), ...part }));
    },
    save: () => {
      send(copy.revision);
    },
    takeSaved: (saved) => {
      taken(saved);
    },
    putOnTop: (theirs) => {
      send(theirs.revision);
    },
    settle: () => {
      setSaving({ at: 'idle' });
    },
  };
}

/** Keeps the copy in this tab a moment after the last change; forgets it once there is nothing to keep. */
function useKept(name: string, copy: WorkingCopy | undefined): void {
  useEffect(() => {
    if (copy === undefined) {
      dropDraft(sessionStorage, name);
      return undefined;
    }
    const timer = setTimeout(() => {
      writeCopy(sessionStorage, name, copy);
    }, 400);
    return () => {
      clearTimeout(timer);
    };
  }, [name, copy]);
}

/** Why saving was refused; where somebody else had saved, what he saved. */
async function refusedBy(id: number, error: unknown): Promise<Saving> {
  const body = isRecord(error) && isRecord(error['body']) ? error['body'] : {};
  if (body['code'] !== 'configuration-changed') return { at: 'refused', error };
  try {
    return { at: 'conflict', theirs: await versionApi.version(id) };
  } catch (unread) {
    return { at: 'refused', error: unread };
  }
}
