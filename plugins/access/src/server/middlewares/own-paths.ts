/** Addresses that only the kit answers: it reads their bodies itself, after it knows who calls. */
export function isKitPath(path: string): boolean {
  return /^\/api\/(v1|console|auth)(\/|$)/.test(path);
}

/** Addresses whose refusals are problem details: everything under `/api`. */
export function isApiPath(path: string): boolean {
  return path === '/api' || path.startsWith('/api/');
}
