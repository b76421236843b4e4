import type { Rollup } from 'vite';

/** The part of all pages that must share a module before it travels with the others that many share; with less of them it grows by what few need. */
const pagesPart = 0.4;

/** The modules that are loaded with one, itself among them. */
function loadedWith(root: string, { getModuleInfo }: Rollup.ManualChunkMeta): Set<string> {
  const found = new Set([root]);
  // A set hands out what is added while it is walked.
  for (const id of found) for (const imported of getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}

/** What many of the lazy pages share and the first load does not have. */
function sharedModules(meta: Rollup.ManualChunkMeta): Set<string> {
  const infos = [...meta.getModuleIds()].map((id) => meta.getModuleInfo(id)).filter((info) => info !== null);
  const first = new Set(infos.filter(({ isEntry }) => isEntry).flatMap(({ id }) => [...loadedWith(id, meta)]));
  const pages = new Set(infos.flatMap(({ dynamicallyImportedIds }) => dynamicallyImportedIds));
  const uses = new Map<string, number>();
  for (const page of pages) for (const id of loadedWith(page, meta)) uses.set(id, (uses.get(id) ?? 0) + 1);
  return new Set(
    [...uses].filter(([id, count]) => count >= pages.size * pagesPart && !first.has(id)).map(([id]) => id),
  );
}

/**
 * One chunk for all that many pages share: left to themselves such modules become dozens of small chunks, and a page that is opened for
 * the first time asks for twenty of them before it can ask for its rows.
 */
export function sharedChunk(): Rollup.GetManualChunk {
  let shared: Set<string> | undefined;
  return (id, meta) => {
    shared ??= sharedModules(meta);
    return shared.has(id) ? 'shared' : undefined;
  };
}
