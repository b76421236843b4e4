import type { KindName } from '@linggong/studio/domain';

/** Areas of work that a configuration belongs to: the part of its key before the point. Words are `configuration.area.{area}`. */
export const areas = [
  'enterprises',
  'workers',
  'tasks',
  'contracts',
  'settlement',
  'risk',
  'tax',
  'billing',
  'channels',
  'service',
  'institution',
  'platform',
] as const;

/**
 * The areas that a new configuration may be of. Short messages (`notices.*`) are there from the first day, and code sends no other. A new form stands by itself (`forms.*`) and is filled in under 表单记录: those of operations
 * are there from the first day, and nobody would ask for another.
 */
export function areasOf(kind: KindName | undefined): readonly string[] {
  return kind === 'form' ? ['forms'] : areas;
}

const keyMax = 60;

/** The short name of a configuration made of its English name: `Phone interview` → `phone-interview`. Empty where it has no letter. */
export function shortName(english: string): string {
  const words = english
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return words.slice(0, keyMax).replace(/-+$/, '');
}
