/** A migration by its file and the SHA-256 (hex) of its bytes. */
export interface MigrationFile {
  readonly plugin: string;
  readonly name: string;
  readonly sha256: string;
}

/**
 * How the release that made a backup stands to this program (版本比较): `same`; `older`, and these migrations will run at the next start;
 * `newer`, and these are not known here; `other`, and these are here with another content.
 */
export type ReleaseOrder =
  { readonly kind: 'same' } | { readonly kind: 'older' | 'newer' | 'other'; readonly migrations: readonly string[] };

/** Compares by what changes a database: its migrations. */
export function releaseOf(backup: readonly MigrationFile[], program: readonly MigrationFile[]): ReleaseOrder {
  const [theirs, ours] = [byFile(backup), byFile(program)];
  const unknown = [...theirs.keys()].filter((file) => !ours.has(file));
  if (unknown.length > 0) return { kind: 'newer', migrations: unknown };
  const changed = [...theirs].filter(([file, sha256]) => ours.get(file) !== sha256).map(([file]) => file);
  if (changed.length > 0) return { kind: 'other', migrations: changed };
  const missing = [...ours.keys()].filter((file) => !theirs.has(file));
  return missing.length > 0 ? { kind: 'older', migrations: missing } : { kind: 'same' };
}

function byFile(files: readonly MigrationFile[]): Map<string, string> {
  return new Map(files.map(({ plugin, name, sha256 }) => [`${plugin}/${name}`, sha256]));
}
