export { fieldKinds, type BlindKind, type FieldKind } from './field-kind';
export { looksMasked, mask } from './mask';
export { normalise } from './normalise';
