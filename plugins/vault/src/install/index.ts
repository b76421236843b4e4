/** What the supervisor needs of the vault before any plugin runs. It keeps this loaded all its life: no picture library beside it. */
export { makeKeyringFile } from '../server/keys/keyring-file';
