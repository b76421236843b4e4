const place = 'linggong.session';
const since = 'linggong.session.since';

/**
 * The sign-in of this browser. It lies in localStorage so that a link opened in a new tab is signed in too;
 * signing out anywhere clears it everywhere (`storage` event). The content security policy keeps foreign script away from it.
 */
export function readToken(): string | undefined {
  return localStorage.getItem(place) ?? undefined;
}

export function writeToken(token: string | undefined): void {
  if (token === undefined) {
    localStorage.removeItem(place);
    localStorage.removeItem(since);
    return;
  }
  // First the time: who sees the new token sees when it came, by the clock of this machine and no other.
  localStorage.setItem(since, Date.now().toString());
  localStorage.setItem(place, token);
}

const ended = 'linggong.session.ended';

/** Whether the sign-in of this tab was ended by somebody else than its reader: by its time, or from another computer. */
export const hasEnded = (): boolean => sessionStorage.getItem(ended) !== null;

export function noteEnded(isEnded: boolean): void {
  if (isEnded) sessionStorage.setItem(ended, 'yes');
  else sessionStorage.removeItem(ended);
}

/** How long this browser has had its token, in ms. */
export function tokenAgeMs(): number {
  return Date.now() - Number(localStorage.getItem(since) ?? Date.now());
}

/** Calls back when another tab signs out or signs in as somebody else; a token that is only renewed changes nobody. */
export function onTokenChange(changed: () => void): () => void {
  const hear = (event: StorageEvent): void => {
    if (event.key === place && sessionOf(event.oldValue) !== sessionOf(event.newValue)) changed();
  };
  window.addEventListener('storage', hear);
  return () => {
    window.removeEventListener('storage', hear);
  };
}

/** The session that a token names; the token itself where it cannot be read. */
export function sessionOf(token: string | null): string | null {
  try {
    const payload = (token ?? '').split('.')[1] ?? '';
    const json: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const named = typeof json === 'object' && json !== null && 'sid' in json ? json.sid : undefined;
    return typeof named === 'string' ? named : token;
  } catch {
    return token;
  }
}
