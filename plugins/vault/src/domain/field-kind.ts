/** Kinds of sensitive fields (敏感字段). The kind is bound into ciphertext and blind index: a phone never opens as a card. */
export const fieldKinds = ['name', 'identity-number', 'phone', 'bank-card', 'address', 'email'] as const;

export type FieldKind = (typeof fieldKinds)[number];

/** Sealed like a field and never shown as one: a whole request that waits for a second person may hold any of the fields. */
export type SealedKind = FieldKind | 'approval-payload';

export function isFieldKind(kind: SealedKind): kind is FieldKind {
  return kind !== 'approval-payload';
}

/** What may be looked up by a keyed hash: every field, what people type to sign in, and the code that signs a contract. */
export type BlindKind = FieldKind | 'sign-in-identifier' | 'signing-code';
