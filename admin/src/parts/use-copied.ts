import { useEffect, useState } from 'react';

/** So long it is said that something was copied. */
const saidMs = 1_500;

/** Copies a clean value. A browser that refuses leaves all as it is: the value can be marked by hand. */
export function useCopied(): { copied: boolean; copy: (value: string) => void } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => {
      setCopied(false);
    }, saidMs);
    return () => {
      clearTimeout(timer);
    };
  }, [copied]);
  const copy = (value: string): void => {
    navigator.clipboard.writeText(value).then(
      () => {
        setCopied(true);
      },
      () => undefined,
    );
  };
  return { copied, copy };
}
