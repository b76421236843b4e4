import path from 'node:path';
import { settingsFromEnvironment } from '@linggong/config';

/** Files of the log outside of the database. */
export interface AuditFiles {
  /** Ed25519 key of the roots; the public keys that are trusted lie in its folder. */
  readonly signingKeyFile: string;
  /** Where roots are exported: beside the data, and where the operator says. */
  readonly exportFolders: readonly string[];
}

export function auditFiles(variables: Readonly<Record<string, string | undefined>>): AuditFiles {
  const { dataFolder, audit } = settingsFromEnvironment(variables);
  const own = path.join(dataFolder, 'audit-roots');
  return {
    signingKeyFile: audit.signingKeyFile,
    exportFolders: audit.exportFolder === undefined ? [own] : [own, audit.exportFolder],
  };
}
