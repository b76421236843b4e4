/** What a thread signs with; it stays in memory. */
export type SealKey =
  | {
      readonly kind: 'generated';
      readonly fingerprint: string;
      /** PKCS #8, DER. */
      readonly privateKey: Uint8Array;
      /** X.509, DER. */
      readonly certificate: Uint8Array;
    }
  | { readonly kind: 'p12'; readonly fingerprint: string; readonly file: Uint8Array; readonly passphrase: string };
