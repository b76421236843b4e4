export type IdentifierFault = 'format' | 'personal';

/**
 * What is wrong with an identifier (账号), or undefined. It is shown in lists, logs and tokens' owners, so it must not be a
 * telephone, identity or card number or an address of mail: those are personal data.
 */
export function identifierFault(identifier: string): IdentifierFault | undefined {
  if (/^(\+?86)?1[3-9]\d{9}$/.test(identifier) || /^\d{15,19}$|^\d{17}[\dXx]$/.test(identifier)) return 'personal';
  if (identifier.includes('@')) return 'personal';
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]{2,63}$/u.test(identifier) ? undefined : 'format';
}
