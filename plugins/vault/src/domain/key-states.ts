export const suiteNames = ['aes-256-gcm', 'sm4-ctr-hmac-sm3'] as const;

/** An algorithm profile (算法套件). */
export type SuiteName = (typeof suiteNames)[number];

/** Life of a data key: known and not yet sealed under, current, older with values left under it, or without any. */
export const dataKeyStates = ['next', 'current', 'older', 'retired'] as const;

export const reencryptionStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
