import type { AnyKind } from '../kind';
import { decisionTableKind } from './decision-table';
import { describedKinds } from './described-kinds';
import { formKind } from './form';

/** Every kind that operators can configure: the registry of the server and of the console. */
export const kinds: readonly AnyKind[] = [decisionTableKind, formKind, ...describedKinds];
