export { askOrTakeFile, call, callForFile, takeFile, type Answer, type Ask } from './http';
export { newKey } from './key';
export { useSendKey } from './use-send-key';
export { ProblemError, UnreachableError, isRecord, problemOf, type ProblemBody } from './problem';
export { createDataProvider, type ConsoleDataProvider, type Sums } from './data-provider';
export { onWritten } from './writes';
