/** The people whom an enterprise names (企业联系人): who handles its affairs, and its legal representative. */
export const contactKinds = ['handler', 'representative'] as const;
export type ContactKind = (typeof contactKinds)[number];

/** `given`: the handler agreed; `noted`: the representative was told, whose name is public by law; `withdrawn`: the handler took it back. */
export const contactActs = ['given', 'noted', 'withdrawn'] as const;
export type ContactAct = (typeof contactActs)[number];

/** Who says that the person was told: the enterprise, signed in, or staff who hold its paper. */
export const contactMethods = ['declared', 'operator'] as const;
export type ContactMethod = (typeof contactMethods)[number];

/** The text by which each is told, among the consent texts of the vault. */
export const contactPurpose = (contact: ContactKind): `enterprise-${ContactKind}` => `enterprise-${contact}`;

/** Whom a change of an enterprise's fields names anew. */
export function contactsNamed(fields: readonly string[]): ContactKind[] {
  const names = (field: string): boolean => fields.includes(field);
  return [
    ...(names('contactName') || names('contactPhone') ? (['handler'] as const) : []),
    ...(names('legalRepresentative') ? (['representative'] as const) : []),
  ];
}
