/** Kinds of sensitive fields (敏感字段). The kind is bound into ciphertext and blind index: a phone never opens as a card. */
export const fieldKinds = ['name', 'identity-number', 'phone', 'bank-card', 'address', 'email'] as const;

export type FieldKind = (typeof fieldKinds)[number];

/**
 * What is sealed like a field and never shown, not even masked: the secret of a second factor (双因素密钥), a whole request
 * that waits for a second person (待审批的请求), and a form that was begun (表单草稿); both may hold any of the fields.
 */
export type SecretKind = 'totp-secret' | 'approval-payload' | 'form-draft';

export type SealedKind = FieldKind | SecretKind;

/** What may be looked up by a keyed hash: every field, what people type to sign in, where they sign in from, and the codes that they type. */
export type BlindKind =
  | FieldKind
  | 'sign-in-identifier'
  | 'sign-in-address'
  | 'signing-code'
  | 'second-factor-account'
  | 'recovery-code'
  | 'password-reset-code'
  | 'registration-code'
  | 'set-up-code'
  | 'password-reset-asker'
  | 'idempotent-input';

/** Secrets have no mask: nothing of them is ever told. */
export function isFieldKind(kind: SealedKind): kind is FieldKind {
  return fieldKinds.some((one) => one === kind);
}
