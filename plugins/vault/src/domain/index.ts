export { dataKeyStates, realms, reencryptionStates, suiteNames, type Realm, type SuiteName } from './key-states';
export { fieldKinds, isFieldKind, type BlindKind, type FieldKind, type SealedKind } from './field-kind';
export { looksMasked, mask } from './mask';
export { normalise } from './normalise';
export { fileKindOf, fileKinds, type FileKind } from './file-kind';
