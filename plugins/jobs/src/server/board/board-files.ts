import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** The built page of bull-board. */
const folder = path.join(path.dirname(require.resolve('@bull-board/ui/package.json')), 'dist');

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

export interface BoardFile {
  readonly type: string;
  readonly content: Buffer;
}

/** A file below `static/`, or undefined; names climb nowhere. */
export async function boardFile(name: string): Promise<BoardFile | undefined> {
  const type = types[path.extname(name)];
  if (type === undefined || !/^static(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)+$/.test(name)) return undefined;
  const content = await readFile(path.join(folder, name)).catch(() => undefined);
  return content && { type, content };
}

/**
 * The page as bull-board builds it, without what a strict policy refuses: fonts of a foreign server and inline styles. Its settings
 * stand in a script element that no browser runs.
 * @param base address below which it lies, with a slash at its end
 */
export function boardPage(base: string, settings: object): string {
  const template = readFileSync(path.join(folder, 'index.ejs'), 'utf8');
  const links = template.match(/<link href="static\/[\w./-]+" rel="stylesheet">/g) ?? [];
  const scripts = template.match(/<script defer src="static\/[\w./-]+"><\/script>/g) ?? [];
  const json = JSON.stringify(settings).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<base href="${base}">
<title>灵工 队列 Linggong queues</title>
<link rel="icon" type="image/svg+xml" id="fav-logo" href="static/images/logo.svg">
${links.join('\n')}
</head>
<body>
<script id="__UI_CONFIG__" type="application/json">${json}</script>
<div id="root"></div>
${scripts.join('\n')}
</body>
</html>
`;
}
