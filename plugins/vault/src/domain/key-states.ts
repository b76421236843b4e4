export const suiteNames = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const;

/** An algorithm profile (算法套件). */
export type SuiteName = (typeof suiteNames)[number];

/** What a data key is for (密钥用途): it seals fields, or it wraps the keys that files have of their own. */
export const realms = ['fields', 'files'] as const;

export type Realm = (typeof realms)[number];

/** Life of a data key: known and not yet sealed under, current, older with values left under it, without any, or gone for good. */
export const dataKeyStates = ['next', 'current', 'older', 'retired', 'destroyed'] as const;

export const reencryptionStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
