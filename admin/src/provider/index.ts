export { call, callForFile, headersOf, type Answer, type Ask } from './http';
export { fetchFile } from './fetch-file';
export { newKey } from './key';
export { ProblemError, UnreachableError, isRecord, problemOf, type ProblemBody } from './problem';
export { createDataProvider, type ConsoleDataProvider, type Sums } from './data-provider';
export { onWritten } from './writes';
