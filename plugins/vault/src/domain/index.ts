export { fieldKinds, isFieldKind, type BlindKind, type FieldKind, type SealedKind } from './field-kind';
export { looksMasked, mask } from './mask';
export { normalise } from './normalise';
