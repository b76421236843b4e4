export { startServer, type EmbeddedServer, type ServerOptions } from './server';
export { diskRoom, keepBallast, releaseBallast, type DiskRoom } from './ballast';
export { newSecret, readSecretFile, writeSecretFile } from './secret-file';
