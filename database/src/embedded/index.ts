export { startServer, type EmbeddedServer, type ServerOptions } from './server';
export { newSecret, readSecretFile, writeSecretFile } from './secret-file';
