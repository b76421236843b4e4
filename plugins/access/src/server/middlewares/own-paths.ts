/** Addresses that only the kit answers: it reads their bodies itself, after it knows who calls. Strapi's router takes any case. */
export function isKitPath(path: string): boolean {
  return /^\/api\/(v1|console|auth)(\/|$)/i.test(path);
}

/** Addresses whose refusals are problem details: everything under `/api`. */
export function isApiPath(path: string): boolean {
  return /^\/api(\/|$)/i.test(path);
}
