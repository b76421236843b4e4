export { dataKeyStates, reencryptionStates, suiteNames, type SuiteName } from './key-states';
export { fieldKinds, isFieldKind, type BlindKind, type FieldKind, type SealedKind } from './field-kind';
export { looksMasked, mask } from './mask';
export { normalise } from './normalise';
export { fileKindOf, fileKinds, type FileKind } from './file-kind';
export { UNMASK_HOUR_MAX, UNMASK_UNUSUAL_FROM, UNMASK_VISIBLE_MS } from './unmask-limits';
