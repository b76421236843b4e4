const place = 'linggong.session';

/**
 * The sign-in of this browser. It lies in localStorage so that a link opened in a new tab is signed in too;
 * signing out anywhere clears it everywhere (`storage` event). The content security policy keeps foreign script away from it.
 */
export function readToken(): string | undefined {
  return localStorage.getItem(place) ?? undefined;
}

export function writeToken(token: string | undefined): void {
  if (token === undefined) localStorage.removeItem(place);
  else localStorage.setItem(place, token);
}

/** Calls back when another tab signs out or signs in as somebody else. */
export function onTokenChange(changed: () => void): () => void {
  const hear = (event: StorageEvent): void => {
    if (event.key === place) changed();
  };
  window.addEventListener('storage', hear);
  return () => {
    window.removeEventListener('storage', hear);
  };
}
