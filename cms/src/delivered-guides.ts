import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { bringGuides, titled, type Guide } from '@linggong/access';
import { clockOf, databaseOf, systemCommand } from '@linggong/core';

/** As `guides/guides.json` lists them, in the order of a reader's needs. */
interface Listed {
  readonly name: string;
  readonly audience: Guide['audience'];
  readonly pages?: readonly string[];
  readonly steps?: Guide['steps'];
  /** Of what has no text of its own. */
  readonly title?: Guide['title'];
}

/** Reads the guides that the platform comes with: what stands beside pages, and the texts of `guides/{zh,en}`. */
export async function deliveredGuides(root: string): Promise<Guide[]> {
  const folder = path.join(root, 'guides');
  // Our own file, whose shape its test checks.
  const listed = JSON.parse(await readFile(path.join(folder, 'guides.json'), 'utf8')) as readonly Listed[];
  return Promise.all(listed.map((one) => guideOf(folder, one)));
}

async function guideOf(folder: string, { name, audience, pages = [], steps, title }: Listed): Promise<Guide> {
  const rest = { name, audience, pages, steps: steps ?? { zh: [], en: [] } };
  if (title !== undefined) return { ...rest, title, body: { zh: '', en: '' } };
  const [zh, en] = await Promise.all(
    ['zh', 'en'].map(async (language) => titled(await readFile(path.join(folder, language, `${name}.md`), 'utf8'))),
  );
  if (zh === undefined || en === undefined) throw new Error(`the guide ${name} has no text`);
  return { ...rest, title: { zh: zh.title, en: en.title }, body: { zh: zh.body, en: en.body } };
}

/** Puts them into the content panel at a start; what was changed there stays. */
export async function openGuides(strapi: Core.Strapi): Promise<void> {
  const command = systemCommand('guides', clockOf(strapi).now(), randomUUID());
  await bringGuides(databaseOf(strapi), command, await deliveredGuides(strapi.dirs.app.root));
}
