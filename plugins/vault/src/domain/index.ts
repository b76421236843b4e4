export { dataKeyStates, reencryptionStates, suiteNames, type SuiteName } from './key-states';
export { fieldKinds, type BlindKind, type FieldKind } from './field-kind';
export { looksMasked, mask } from './mask';
export { normalise } from './normalise';
