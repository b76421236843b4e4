import path from 'node:path';

/** Root of the clone; the same distance from `database/src` and `database/dist`. */
export const repositoryRoot = path.resolve(__dirname, '../..');
