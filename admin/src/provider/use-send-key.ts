import { useState } from 'react';
import { isSpent, newKey } from './key';

interface SendKey {
  key: string;
  /** Tells how sending failed: after a refusal the next sending has a key of its own. */
  failed: (error: unknown) => void;
  /** The intention is done; what is sent next is another. */
  renew: () => void;
}

/** The key of what a person is about to send, kept for every retry and renewed where it was refused and is corrected. */
export function useSendKey(): SendKey {
  const [key, setKey] = useState(newKey);
  const renew = (): void => {
    setKey(newKey());
  };
  return {
    key,
    renew,
    failed: (error) => {
      if (isSpent(error)) renew();
    },
  };
}
