#!/usr/bin/env node
/** Builds console and panel as `npm start` does, where they are not built yet; the workspaces are built before. */
import { createRequire } from 'node:module';

const { buildPages } = createRequire(import.meta.url)('../database/dist/build/index.js');
await buildPages(process.env, new AbortController().signal);
