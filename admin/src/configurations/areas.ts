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

const keyMax = 60;

/** The short name of a configuration made of its English name: `Phone interview` → `phone-interview`. Empty where it has no letter. */
export function shortName(english: string): string {
  const words = english
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-+$/g, '');
  return words.slice(0, keyMax).replace(/-+$/, '');
}
