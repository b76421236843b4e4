import type { PermissionMatrix } from '@linggong/access/api';
import type { Text2 } from '../parts/text2';

export type MatrixLine = PermissionMatrix['rules'][number];
export type MatrixRole = PermissionMatrix['roles'][number];
export type Reach = NonNullable<MatrixLine['roles'][MatrixRole['role']]>;

/** Parts of the line's name: what the first of its operations is called, or which list of the console it reads. */
export type LineName =
  | { readonly kind: 'operation'; readonly text: Text2 }
  | { readonly kind: 'list' | 'export' | 'detail'; readonly list: string };

/** Operations of the v1 API have names that people know; the lists of the console are named by what they list. */
export function nameOf({ operations, resource, action }: MatrixLine): LineName {
  const [named] = operations.filter(({ address }) => !address.startsWith('/api/console/'));
  if (named) return { kind: 'operation', text: named.name };
  const [, list = resource] = /^\/api\/console\/([^/]+)/.exec(operations[0]?.address ?? '') ?? [];
  const kind = action === 'export' ? 'export' : action === 'read' ? 'detail' : 'list';
  return { kind, list };
}

export interface LineFilter {
  /** Found in the name, the code or an address, whatever its case. */
  readonly text: string;
  /** Only what this role may do. */
  readonly role: MatrixRole['role'] | '';
}

/** The lines that fit, each with the name that `told` gives it. */
export function linesThatFit(
  lines: readonly MatrixLine[],
  { text, role }: LineFilter,
  told: (line: MatrixLine) => string,
): MatrixLine[] {
  const wanted = text.trim().toLowerCase();
  return lines.filter((line) => {
    if (role !== '' && line.roles[role] === undefined) return false;
    if (wanted === '') return true;
    const words = [told(line), `${line.resource}:${line.action}`, ...line.operations.map(({ address }) => address)];
    return words.some((word) => word.toLowerCase().includes(wanted));
  });
}

/** A field that some see only: of which list, and from which of its readers it is kept. */
export interface MatrixField {
  readonly resource: string;
  readonly list: string;
  readonly field: string;
  readonly keptFrom: readonly MatrixRole['role'][];
}

/** The fields that are kept from a role, or from any, of those who see their rows. */
export function fieldsFor({ fields, rules, roles }: PermissionMatrix, role: MatrixRole['role'] | ''): MatrixField[] {
  return fields.flatMap(({ resource, field, seenBy }) => {
    const lines = rules.filter(
      (rule) => rule.resource === resource && (rule.action === 'list' || rule.action === 'read'),
    );
    const keptFrom = roles
      .map((one) => one.role)
      .filter((one) => !seenBy.includes(one) && lines.some((line) => line.roles[one] !== undefined));
    const addresses = lines.flatMap(({ operations }) => operations.map(({ address }) => address));
    const [, list = resource] =
      addresses.map((address) => /^\/api\/console\/([^/]+)/.exec(address)).find((match) => match !== null) ?? [];
    const isAsked = role === '' ? keptFrom.length > 0 : keptFrom.includes(role);
    return isAsked ? [{ resource, list, field, keptFrom }] : [];
  });
}
