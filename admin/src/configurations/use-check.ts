import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import { newKey, type ConsoleDataProvider } from '../provider';
import type { VersionAnswered } from './configuration';
import { versionApi } from './version-api';

/** Runs faults and every test case in the server; the answer is the version with its report. */
export function useCheck(
  version: VersionAnswered,
  put: (version: VersionAnswered) => void,
): { check: () => void; checking: boolean; error: unknown } {
  const provider = useDataProvider<ConsoleDataProvider>();
  const [checking, setChecking] = useState(false);
  const [error, setError] = useState<unknown>(undefined);
  const run = async (): Promise<void> => {
    await provider.command('configuration-versions', version.id, 'check', { revision: version.revision }, newKey());
    put(await versionApi.version(version.id));
  };
  const check = (): void => {
    setChecking(true);
    setError(undefined);
    run()
      .catch(setError)
      .finally(() => {
        setChecking(false);
      });
  };
  return { check, checking, error };
}
