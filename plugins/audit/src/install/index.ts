/** What the supervisor needs of the log before any plugin runs. It keeps this loaded all its life: no queue, no route, no schema beside it. */
export { makeSigningKey } from '../server/roots/signer';
export { noteSlot } from '../server/witness/note-slot';
export { bringUnderWatch } from '../server/witness/watch-tables';
